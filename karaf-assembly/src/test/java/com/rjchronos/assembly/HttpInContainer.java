package com.rjchronos.assembly;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.rjchronos.assembly.Api.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** HTTP as clients meet it that spell badly, or that ask while the API is being exchanged. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class HttpInContainer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Api api = Container.api();

    @Inject
    private BundleContext bundles;

    @Configuration
    public Option[] container() {
        return Container.options();
    }

    @Before
    public void signedIn() throws Exception {
        api.await("/api/health/ready", Duration.ofSeconds(90), a -> a.status() == 200);
        api.signIn(Container.data());
        api.await("/api/devices?limit=1", PATIENCE, a -> a.status() == 200);
    }

    @Test
    public void whatTheServerRefusesIsAProblemToo() throws Exception {
        String long9k = "a".repeat(9 * 1024);
        Map<String, Integer> refused = Map.of(
                "GET /api/%zz HTTP/1.1\r\n",
                400,
                "GET /api/%00 HTTP/1.1\r\n",
                400,
                "GET /api/..;/x HTTP/1.1\r\n",
                400,
                "POST /api/auth/token HTTP/1.1\r\nContent-Length: abc\r\n",
                400,
                "GET /api/ HTTP/1.1\r\nX-Long: " + long9k + "\r\n",
                431,
                "GET /api/" + long9k + " HTTP/1.1\r\n",
                414);
        for (Map.Entry<String, Integer> request : refused.entrySet()) {
            problem(raw(request.getKey(), ""), request.getValue());
        }
    }

    @Test
    public void aBodyThatBreaksOffIsTheClientsDoing() throws Exception {
        for (String path : List.of("/api/auth/token", "/api/devices", "/nowhere")) {
            for (String body : List.of("zz\r\n", "5\r\nab")) {
                problem(raw("POST " + path + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", body), 400);
            }
        }
    }

    @Test
    public void whileTheApiIsExchangedItWaitsOrSaysComeBackAndReturnsByItself() throws Exception {
        Bundle rest = Arrays.stream(bundles.getBundles())
                .filter(b -> "com.rjchronos.rest".equals(b.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        Set<String> unexpected = new ConcurrentSkipListSet<>();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<Future<?>> asking = new ArrayList<>();
        for (String path :
                List.of("/api/health/live", "/api/devices?limit=1", "/api/health/live", "/api/devices?limit=1")) {
            asking.add(clients.submit(() -> {
                while (!over.get()) {
                    answers.incrementAndGet();
                    fault(path).forEach(unexpected::add);
                }
            }));
        }

        for (int round = 0; round < 3; round++) {
            rest.stop();
            rest.start();
            api.await("/api/devices?limit=1", PATIENCE, a -> a.status() == 200);
            rest.update();
            api.await("/api/devices?limit=1", PATIENCE, a -> a.status() == 200);
        }
        over.set(true);
        for (Future<?> client : asking) {
            client.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        clients.shutdown();

        assertEquals("answers other than 200 and 503 with Retry-After", Set.of(), unexpected);
        assertTrue("answers: " + answers, answers.get() > 50);
        assertEquals(200, api.get("/api/health/live").status());
    }

    /** What is wrong with an answer: nothing with 200, nor with a 503 problem that says when to come back. */
    private List<String> fault(String path) {
        try {
            Answer answer = api.get(path);
            boolean comeBack = answer.status() == 503
                    && !answer.header("Retry-After").isEmpty()
                    && answer.header("Content-Type").startsWith("application/problem+json");
            return answer.status() == 200 || comeBack
                    ? List.of()
                    : List.of(path + " " + answer.status() + " " + answer.body());
        } catch (IOException e) {
            return List.of(path + " " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(path + " interrupted");
        }
    }

    private static void problem(String answer, int status) {
        assertTrue(answer, answer.startsWith("HTTP/1.1 " + status + " "));
        assertTrue(answer, answer.contains("Content-Type: application/problem+json"));
        assertTrue(answer, answer.contains("\"message\":\""));
        assertTrue(answer, answer.contains("\"trace_id\":\""));
        assertFalse(answer, answer.contains("<h"));
    }

    private static String raw(String head, String body) throws IOException {
        int port = Integer.parseInt(System.getProperty("chronos.test.port"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String request = head + "Host: localhost\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
