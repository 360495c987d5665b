package com.rjchronos.simulator;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A client that sees what others hide: reason phrases, headers in their own spelling, broken bodies and resets. */
final class RawHttp {
    private final URI url;

    RawHttp(URI url) {
        this.url = url;
    }

    /**
     * What came back.
     *
     * @param status 0 if the connection ended before an answer
     * @param complete whether the body ended as it should
     */
    record Answer(int status, String reason, Map<String, String> headers, String body, boolean complete) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("");
        }
    }

    Answer get(String target) throws IOException {
        return ask("GET", target, Map.of(), null);
    }

    Answer post(String target, String body) throws IOException {
        return ask("POST", target, Map.of(), body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    Answer ask(String method, String target, Map<String, String> headers, byte[] body) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            StringBuilder head =
                    new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Connection: close\r\n");
            if (body != null) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            request.writeBytes(body == null ? new byte[0] : body);
            socket.getOutputStream().write(request.toByteArray());
            return read(socket.getInputStream(), method);
        }
    }

    private static Answer read(InputStream in, String method) {
        Map<String, String> headers = new LinkedHashMap<>();
        String statusLine;
        try {
            statusLine = line(in);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
        } catch (IOException e) {
            return new Answer(0, "NO ANSWER", headers, "", false);
        }
        String[] parts = statusLine.split(" ", 3);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean complete = true;
        try {
            if (!method.equals("HEAD")) {
                body(in, headers, body);
            }
        } catch (IOException e) {
            complete = false;
        }
        String reason = parts.length > 2 ? parts[2] : "";
        return new Answer(Integer.parseInt(parts[1]), reason, headers, body.toString(StandardCharsets.UTF_8), complete);
    }

    private static void body(InputStream in, Map<String, String> headers, ByteArrayOutputStream body)
            throws IOException {
        String encoding = headers.getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT);
        if (!encoding.equals("chunked")) {
            in.transferTo(body);
            return;
        }
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            byte[] chunk = in.readNBytes(size);
            body.writeBytes(chunk);
            if (chunk.length < size) {
                throw new EOFException("in a chunk");
            }
            line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("in a line");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
