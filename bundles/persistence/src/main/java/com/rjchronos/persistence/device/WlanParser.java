package com.rjchronos.persistence.device;

import com.rjchronos.model.reading.Wlan;
import java.io.IOException;
import java.util.Optional;

/** Reads one Wi-Fi network, standing at its first brace. */
final class WlanParser {
    private final JsonValues values;
    private String path = "";
    private Optional<Wlan.Band> band = Optional.empty();
    private Optional<String> ssid = Optional.empty();
    private Optional<Boolean> enabled = Optional.empty();
    private Optional<Wlan.Security> security = Optional.empty();
    private Optional<Integer> channel = Optional.empty();
    private Optional<Integer> clients = Optional.empty();
    private Optional<Double> signal = Optional.empty();
    private Optional<String> radio = Optional.empty();
    private Optional<String> accessPoint = Optional.empty();

    WlanParser(JsonValues values) {
        this.values = values;
    }

    Wlan wlan() throws IOException {
        values.members(this::member);
        return new Wlan(path, band, ssid, enabled, security, channel, clients, signal, radio, accessPoint);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "path" -> path = values.json.getText();
            case "band" -> band = Optional.of(Wlan.Band.valueOf(values.json.getText()));
            case "ssid" -> ssid = values.text();
            case "on" -> enabled = values.flag();
            case "security" -> security = Optional.of(Wlan.Security.valueOf(values.json.getText()));
            case "channel" -> channel = values.integer();
            case "clients" -> clients = values.integer();
            case "signal" -> signal = Optional.of(values.decimal());
            case "radio" -> radio = values.text();
            case "point" -> accessPoint = values.text();
            default -> values.json.skipChildren();
        }
    }
}
