package com.rjchronos.web;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The limits as the operator set them. The filters read them and stand on their own feet while they are not there. */
@Component(service = Limits.class, configurationPid = "com.rjchronos.web")
@Designate(ocd = WebConfig.class)
public final class Limits {
    private final WebSettings settings;

    @Activate
    public Limits(WebConfig config, Map<String, Object> properties) {
        this(WebSettings.from(config, properties));
    }

    Limits(WebSettings settings) {
        this.settings = settings;
    }

    WebSettings settings() {
        return settings;
    }
}
