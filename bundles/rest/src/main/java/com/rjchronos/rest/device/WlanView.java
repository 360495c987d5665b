package com.rjchronos.rest.device;

import com.rjchronos.model.reading.Station;
import com.rjchronos.model.reading.Wlan;
import java.time.Instant;
import java.util.List;

/**
 * A Wi-Fi network.
 *
 * @param path the object it was read from
 * @param band {@code 2.4GHz}, {@code 5GHz} or {@code 6GHz}
 * @param security {@code Open}, {@code WEP}, {@code WPA}, {@code WPA2} or {@code WPA3}
 * @param clients how many stations are associated, also those that {@code stations} leaves out
 * @param averageSignalDbm of the stations that report a signal
 * @param stations at most 64 over all networks
 */
public record WlanView(
        String path,
        String band,
        String ssid,
        Boolean enabled,
        String security,
        Integer channel,
        Integer clients,
        Double averageSignalDbm,
        List<StationView> stations) {

    /**
     * An associated station.
     *
     * @param downKbps the rate last used towards it, in kbit/s
     * @param upKbps the rate last used by it, in kbit/s
     * @param measuredAt when it was read that it is there
     */
    public record StationView(
            String macAddress, MeasuredView signalDbm, MeasuredView downKbps, MeasuredView upKbps, Instant measuredAt) {

        private static StationView of(Station station) {
            return new StationView(
                    station.mac(),
                    MeasuredView.of(station.signalDbm(), dbm -> dbm),
                    MeasuredView.of(station.downKbps(), kbps -> kbps),
                    MeasuredView.of(station.upKbps(), kbps -> kbps),
                    station.at().orElse(null));
        }
    }

    static WlanView of(Wlan wlan, List<Station> stations) {
        return new WlanView(
                wlan.path(),
                wlan.band().map(Wlan.Band::label).orElse(null),
                wlan.ssid().orElse(null),
                wlan.enabled().orElse(null),
                wlan.security().map(Wlan.Security::label).orElse(null),
                wlan.channel().orElse(null),
                wlan.clients().orElse(null),
                wlan.averageSignalDbm().orElse(null),
                stations.stream()
                        .filter(station -> station.network().equals(wlan.path()))
                        .map(StationView::of)
                        .toList());
    }
}
