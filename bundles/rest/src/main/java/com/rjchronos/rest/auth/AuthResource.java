package com.rjchronos.rest.auth;

import com.rjchronos.model.account.TokenGrant;
import com.rjchronos.model.caller.Caller;
import com.rjchronos.model.caller.Permission;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.model.problem.Violation;
import com.rjchronos.rest.door.Doors;
import com.rjchronos.rest.json.Json;
import com.rjchronos.rest.trace.Trace;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

/** Sign-in by the OAuth 2 password form, and who one is. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
public final class AuthResource {
    private final Doors doors;

    public AuthResource(Doors doors) {
        this.doors = doors;
    }

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Public
    public Response token(@Context HttpServletRequest http, InputStream form) {
        return signIn(http, TokenRequest.parse(Json.whole(form)));
    }

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_JSON)
    @Public
    public Response token(@Context HttpServletRequest http, TokenRequest request) {
        return signIn(http, request);
    }

    @GET
    @Path("me")
    @Allowed(Permission.ACCOUNT_SELF)
    public AccountView me(@Context Caller caller) {
        return AccountView.of(doors.accounts().me(caller));
    }

    /** The same under the name that older clients use. */
    @GET
    @Path("user")
    @Allowed(Permission.ACCOUNT_SELF)
    public AccountView user(@Context Caller caller) {
        return me(caller);
    }

    private Response signIn(HttpServletRequest http, TokenRequest request) {
        check(request);
        Optional<String> address = Optional.ofNullable(http.getRemoteAddr());
        TokenGrant grant = doors.accounts().signIn(request.username(), request.password(), address, Trace.of(http));
        return Response.ok(TokenView.of(grant))
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .build();
    }

    private static void check(TokenRequest request) {
        if (request == null) {
            throw Problem.invalid("body", "must be a JSON object with username and password")
                    .thrown();
        }
        List<Violation> violations = new ArrayList<>();
        if (request.username() == null
                || request.username().isBlank()
                || request.username().length() > 254) {
            violations.add(new Violation("username", "must be an e-mail address of at most 254 characters"));
        }
        if (request.password() == null || request.password().isEmpty()) {
            violations.add(new Violation("password", "must not be empty"));
        }
        if (request.grantType() != null
                && !request.grantType().isEmpty()
                && !request.grantType().equals("password")) {
            violations.add(new Violation("grant_type", "must be password, if given"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).thrown();
        }
    }
}
