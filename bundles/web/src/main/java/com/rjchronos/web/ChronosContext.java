package com.rjchronos.web;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.http.context.ServletContextHelper;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContext;

/** The servlet context {@code chronos}: the JAX-RS application and our filters select it, so that they outlive each other. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = "chronos", path = "/")
public final class ChronosContext extends ServletContextHelper {}
