package com.rjchronos.web;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The operator's limits, or the defaults while his file is refused. */
@Component(service = LimitsInForce.class)
public final class LimitsInForce {
    private static final WebSettings DEFAULTS = WebSettings.defaults();

    // dynamic on purpose: a refused or changed file must not take the filters out of the chain, not even for a moment
    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    volatile Limits limits;

    static LimitsInForce of(WebSettings settings) {
        LimitsInForce inForce = new LimitsInForce();
        inForce.limits = new Limits(settings);
        return inForce;
    }

    WebSettings settings() {
        Limits set = limits;
        return set == null ? DEFAULTS : set.settings();
    }
}
