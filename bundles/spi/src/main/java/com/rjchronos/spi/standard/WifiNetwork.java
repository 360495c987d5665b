package com.rjchronos.spi.standard;

import com.rjchronos.model.reading.Station;
import com.rjchronos.model.reading.Wlan;
import java.util.List;

/** A Wi-Fi network and who is in it. */
record WifiNetwork(Wlan wlan, List<Station> stations) {}
