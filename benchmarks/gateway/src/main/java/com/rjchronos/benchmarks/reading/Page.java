package com.rjchronos.benchmarks.reading;

import com.rjchronos.connectors.huawei.HuaweiConnector;
import com.rjchronos.connectors.zte.ZteConnector;
import com.rjchronos.simulator.NbiLookalike;
import com.rjchronos.simulator.SimulatorSettings;
import com.rjchronos.spi.VendorConnector;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Documents as the simulated GenieACS sends them when nobody asks for less: recorded models, one device each. */
public enum Page {
    /** A common ONU. */
    F670L {
        @Override
        VendorConnector connector() {
            return new ZteConnector();
        }
    },
    /** A WiMAX gateway that says everything it knows. */
    BM632w {
        @Override
        VendorConnector connector() {
            return new HuaweiConnector();
        }
    };

    static final int DOCUMENTS = 20;
    private static final int FLEET = 1_000;

    abstract VendorConnector connector();

    byte[] fetch() throws IOException, InterruptedException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        SimulatorSettings defaults = SimulatorSettings.DEFAULTS;
        SimulatorSettings frozen =
                new SimulatorSettings("127.0.0.1", 0, FLEET, 1, 0, defaults.timeScale(), true, defaults.crashDelayMs());
        try (NbiLookalike acs = new NbiLookalike(frozen, Clock.systemUTC(), Optional.empty()).start()) {
            String query =
                    URLEncoder.encode("{\"_deviceId._ProductClass\":\"" + name() + "\"}", StandardCharsets.UTF_8);
            URI address = URI.create(acs.url() + "/devices?limit=" + DOCUMENTS + "&query=" + query);
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(address + " answered " + answer.statusCode());
            }
            return answer.body();
        }
    }
}
