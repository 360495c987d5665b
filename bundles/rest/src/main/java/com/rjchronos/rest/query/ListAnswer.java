package com.rjchronos.rest.query;

import com.rjchronos.model.page.Page;
import com.rjchronos.model.page.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** A list as a bare array, its length in {@code X-Total-Count} and its neighbours in {@code Link} (RFC 8288). */
public final class ListAnswer {
    private static final int MAX_LINKS = 4_000;
    private static final Set<String> WINDOW = Set.of("limit", "page", "offset");

    private ListAnswer() {}

    public static <T> Response of(UriInfo uri, PageRequest window, Page<T> page, Function<T, ?> view) {
        List<Object> views = page.items().stream().<Object>map(view).toList();
        Response.ResponseBuilder answer = Response.ok(views).header("X-Total-Count", page.total());
        String links = links(uri, window, page.total());
        // every link repeats the query: a long one would be more than the server sends as a header, and fail the answer
        return links.length() > MAX_LINKS
                ? answer.build()
                : answer.header("Link", links).build();
    }

    /** Path-absolute targets: whatever name a proxy gives the appliance, they stay right. */
    private static String links(UriInfo uri, PageRequest window, long total) {
        String target = path(uri) + "?" + filters(uri) + "limit=" + window.limit() + "&";
        boolean byOffset = uri.getQueryParameters().containsKey("offset") || window.offset() % window.limit() != 0;
        LongFunction<String> at = offset ->
                "<" + target + (byOffset ? "offset=" + offset : "page=" + (offset / window.limit() + 1)) + ">; rel=";
        long last = total <= 0 ? 0 : (total - 1) / window.limit() * window.limit();
        StringJoiner links = new StringJoiner(", ").add(at.apply(0) + "\"first\"");
        if (window.offset() > 0) {
            long previous = Math.max(0, Math.min(window.offset() - (long) window.limit(), last));
            links.add(at.apply(previous) + "\"prev\"");
        }
        if ((long) window.offset() + window.limit() < total) {
            links.add(at.apply((long) window.offset() + window.limit()) + "\"next\"");
        }
        return links.add(at.apply(last) + "\"last\"").toString();
    }

    /** Not through a {@code URI}: it refuses the braces and bars that clients put into queries as they are. */
    private static String path(UriInfo uri) {
        String path = uri.getBaseUri().getRawPath().replaceAll("/$", "") + "/"
                + uri.getPath().replaceAll(";.*|^/", "");
        return Arrays.stream(path.split("/", -1)).map(ListAnswer::encoded).collect(Collectors.joining("/"));
    }

    private static String filters(UriInfo uri) {
        StringBuilder filters = new StringBuilder();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!WINDOW.contains(name)) {
                values.forEach(value -> filters.append(encoded(name))
                        .append('=')
                        .append(encoded(value))
                        .append('&'));
            }
        });
        return filters.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
