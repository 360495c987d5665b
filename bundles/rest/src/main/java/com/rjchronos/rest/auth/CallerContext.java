package com.rjchronos.rest.auth;

import com.rjchronos.model.caller.Caller;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;

/** Hands {@code @Context Caller} to resource methods; null where nobody is known, which only {@link Public} ones meet. */
@Provider
public final class CallerContext implements ContextProvider<Caller> {
    static final String ATTRIBUTE = "chronos.caller";

    /** The name by which CXF keeps the servlet's request in its message. */
    private static final String REQUEST = "HTTP.REQUEST";

    @Override
    public Caller createContext(Message message) {
        return message.getContextualProperty(REQUEST) instanceof HttpServletRequest request
                ? (Caller) request.getAttribute(ATTRIBUTE)
                : null;
    }
}
