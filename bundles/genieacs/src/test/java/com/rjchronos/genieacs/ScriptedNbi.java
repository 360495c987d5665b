package com.rjchronos.genieacs;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that answers probes as GenieACS does, and everything else as a test wants, down to the bytes. */
final class ScriptedNbi implements Closeable {

    /** Writes an answer, or breaks off. */
    interface Answer {
        void to(Socket socket, OutputStream out) throws IOException;

        /** Which answer to this request line. */
        default Answer of(String request) {
            return this;
        }
    }

    private static final String HEAD = "GenieACS-Version: 1.2.13+261123fc80\r\nDate: Mon, 23 Nov 2026 03:20:19 GMT\r\n";

    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private volatile Answer answer = ok("[\n\n]");
    private volatile Answer probed = answer;

    ScriptedNbi() throws IOException {
        this(0);
    }

    ScriptedNbi(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        thread(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    void answers(Answer next) {
        answer = next;
    }

    void answersProbes(Answer next) {
        probed = next;
    }

    /** The last one's request line. */
    String probe() {
        return requests.stream()
                .filter(r -> r.contains("limit=1&"))
                .reduce((a, b) -> b)
                .orElse("");
    }

    /** Request lines but those of probes. */
    List<String> sweepRequests() {
        return requests.stream().filter(r -> !r.contains("limit=1&")).toList();
    }

    /** How many probes came. */
    long probes() {
        return requests.stream().filter(r -> r.contains("limit=1&")).count();
    }

    /** Connections that are still served. */
    int open() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                thread(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            if (line == null) {
                return;
            }
            requests.add(line);
            for (String header = in.readLine(); header != null && !header.isEmpty(); ) {
                header = in.readLine();
            }
            Answer given = line.contains("limit=1&") ? probed : answer;
            given.of(line).to(socket, socket.getOutputStream());
        } catch (IOException e) {
            // the client cut the connection, as some tests want
        } finally {
            sockets.remove(socket);
        }
    }

    static Answer ok(String body) {
        return (socket, out) -> {
            head(out);
            chunk(out, body);
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        };
    }

    /** As the NBI does when it crashes after the headers. */
    static Answer truncated(String body, int percent) {
        return (socket, out) -> {
            head(out);
            chunk(out, body.substring(0, body.length() * percent / 100));
            out.flush();
        };
    }

    static Answer hanging(String body, int percent) {
        return (socket, out) -> {
            head(out);
            chunk(out, body.substring(0, body.length() * percent / 100));
            out.flush();
            int ignored = socket.getInputStream().read(); // until the client goes
        };
    }

    /** A blank now and then, without an end. */
    static Answer dripping() {
        return (socket, out) -> {
            head(out);
            while (true) {
                chunk(out, " ");
                out.flush();
                LockSupport.parkNanos(50_000_000);
            }
        };
    }

    static Answer endless() {
        return (socket, out) -> {
            head(out);
            chunk(out, "[");
            for (long i = 0; ; i++) {
                chunk(out, (i == 0 ? "" : ",\n") + document(i));
            }
        };
    }

    static Answer status(String status, String type, String body) {
        return (socket, out) -> {
            out.write(("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                            + "\r\nConnection: close\r\n\r\n" + body)
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        };
    }

    /** One to requests that begin so, another to all others. */
    static Answer to(String beginning, Answer those, Answer others) {
        return new Answer() {
            @Override
            public void to(Socket socket, OutputStream out) throws IOException {
                others.to(socket, out);
            }

            @Override
            public Answer of(String request) {
                return request.startsWith(beginning) ? those : others;
            }
        };
    }

    /** Nothing until it is told to, then another answer. */
    static Answer after(CountDownLatch word, Answer then) {
        return (socket, out) -> {
            try {
                boolean ignored = word.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            then.to(socket, out);
        };
    }

    /** An empty list on a connection that stays until the client goes. */
    static Answer kept() {
        return (socket, out) -> {
            out.write(
                    ("HTTP/1.1 200 OK\r\n" + HEAD + "Content-Type: application/json\r\nContent-Length: 4\r\n\r\n[\n\n]")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            int ignored = socket.getInputStream().read();
        };
    }

    /** Nothing until it is told to, then a reset. */
    static Answer resetAfter(CountDownLatch word) {
        return after(word, reset());
    }

    static Answer reset() {
        return (socket, out) -> socket.setSoLinger(true, 0);
    }

    static String list(int count) {
        StringBuilder list = new StringBuilder("[\n");
        for (int i = 0; i < count; i++) {
            list.append(i == 0 ? "" : ",\n").append(document(i));
        }
        return list.append("\n]").toString();
    }

    static String document(long number) {
        return "{\"_id\":\"00AA00-HG8245H-" + (10_000 + number) + "\",\"_deviceId\":{\"_Manufacturer\":\"Huawei\"},"
                + "\"InternetGatewayDevice\":{\"DeviceInfo\":{\"UpTime\":{\"_value\":" + number
                + ",\"_type\":\"xsd:unsignedInt\",\"_timestamp\":\"2026-11-23T03:19:37.466Z\"}}}}";
    }

    private static void head(OutputStream out) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\n" + HEAD
                        + "Content-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "scripted-nbi");
        thread.setDaemon(true);
        thread.start();
    }
}
