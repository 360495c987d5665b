package com.rjchronos.genieacs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before an ACS, and loses answers to requests of one method: the request arrives, its answer comes back as a reset. */
final class LosingProxy implements Closeable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger toLose = new AtomicInteger();
    private volatile String method = "POST ";
    private final URI acs;

    LosingProxy(String acs) throws IOException {
        this.acs = URI.create(acs);
        thread(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** To POSTs. */
    void lose(int answers) {
        lose("POST", answers);
    }

    void lose(String toMethod, int answers) {
        method = toMethod + " ";
        toLose.set(answers);
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
                Socket client = server.accept();
                Socket behind = new Socket(acs.getHost(), acs.getPort());
                sockets.add(client);
                sockets.add(behind);
                boolean[] losing = new boolean[1];
                thread(() -> requests(client, behind, losing));
                thread(() -> answers(behind, client, losing));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void requests(Socket client, Socket behind, boolean[] losing) {
        byte[] buffer = new byte[16 * 1024];
        try {
            InputStream in = client.getInputStream();
            OutputStream out = behind.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                boolean meant = new String(buffer, 0, read, StandardCharsets.US_ASCII).startsWith(method);
                if (meant && toLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    losing[0] = true;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
            behind.shutdownOutput();
        } catch (IOException e) {
            // one of both ended
        }
    }

    private void answers(Socket behind, Socket client, boolean[] losing) {
        byte[] buffer = new byte[16 * 1024];
        try (client;
                behind) {
            InputStream in = behind.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (losing[0]) {
                    client.setSoLinger(true, 0);
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one of both ended
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "losing-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
