package com.rjchronos.web;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers every address that nothing else answers. It outranks the whiteboard's own application at {@code /*}, which would
 * say the same in HTML.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=chronos)")
@HttpWhiteboardServletName("chronos-unknown-address")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public final class UnknownAddress extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(Attempt.NOBODY, true);
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
