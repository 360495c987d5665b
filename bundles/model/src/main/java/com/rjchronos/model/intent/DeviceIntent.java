package com.rjchronos.model.intent;

import com.rjchronos.model.secret.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody wants of a device, in nobody's dialect. */
public sealed interface DeviceIntent {

    /** Which capability of a device it needs. */
    Kind kind();

    /** The kinds of intents, as the API spells them in lower case. */
    enum Kind {
        REBOOT,
        FACTORY_RESET,
        REFRESH,
        CHANGE_WIFI,
        CHANGE_PPPOE,
        CHANGE_VLAN,
        INSTALL_FIRMWARE,
        PING,
        TRACEROUTE,
        SPEED_TEST
    }

    /** Start the device anew. */
    record Reboot() implements DeviceIntent {
        @Override
        public Kind kind() {
            return Kind.REBOOT;
        }
    }

    /** Throw away its configuration. */
    record FactoryReset() implements DeviceIntent {
        @Override
        public Kind kind() {
            return Kind.FACTORY_RESET;
        }
    }

    /** Read one concern anew from the device. */
    record Refresh(Concern concern) implements DeviceIntent {
        @Override
        public Kind kind() {
            return Kind.REFRESH;
        }
    }

    /** Change one Wi-Fi network, all of it or nothing. */
    record ChangeWifi(WifiChange change) implements DeviceIntent {
        @Override
        public Kind kind() {
            return Kind.CHANGE_WIFI;
        }
    }

    /**
     * Change the account of the PPPoE connection in use.
     *
     * @param username 1 to 64 characters
     * @param password of it; empty: stays
     */
    record ChangePppoe(String username, Optional<Secret> password) implements DeviceIntent {

        public ChangePppoe {
            if (username.isBlank()
                    || username.length() > 64
                    || username.codePoints().anyMatch(Character::isISOControl)
                    || !XmlText.carries(username)) {
                throw new IllegalArgumentException("a PPPoE user has 1 to 64 printable characters");
            }
            if (password.filter(p -> !XmlText.carries(p.reveal())).isPresent()) {
                throw new IllegalArgumentException("a PPPoE password has characters that XML 1.0 allows");
            }
        }

        @Override
        public Kind kind() {
            return Kind.CHANGE_PPPOE;
        }
    }

    /**
     * Change the VLAN of the connection in use.
     *
     * @param vlan 802.1Q id, 1..4094
     */
    record ChangeVlan(int vlan) implements DeviceIntent {

        public ChangeVlan {
            if (vlan < 1 || vlan > 4094) {
                throw new IllegalArgumentException("a VLAN id is 1..4094 but was " + vlan);
            }
        }

        @Override
        public Kind kind() {
            return Kind.CHANGE_VLAN;
        }
    }

    /**
     * Install a firmware that was uploaded to the ACS.
     *
     * @param fileName its name there
     */
    record InstallFirmware(String fileName) implements DeviceIntent {

        public InstallFirmware {
            if (fileName.isBlank()) {
                throw new IllegalArgumentException("a firmware needs a file name");
            }
        }

        @Override
        public Kind kind() {
            return Kind.INSTALL_FIRMWARE;
        }
    }

    /**
     * Ping a host from the device.
     *
     * @param host a name or an address
     * @param count repetitions, 1..100
     */
    record Ping(String host, int count) implements DeviceIntent {

        public Ping {
            Hosts.require(host);
            if (count < 1 || count > 100) {
                throw new IllegalArgumentException("a ping has 1..100 repetitions but was " + count);
            }
        }

        @Override
        public Kind kind() {
            return Kind.PING;
        }
    }

    /** Trace the route from the device to a host. */
    record Traceroute(String host) implements DeviceIntent {

        public Traceroute {
            Hosts.require(host);
        }

        @Override
        public Kind kind() {
            return Kind.TRACEROUTE;
        }
    }

    /**
     * Measure the speed of the line by a download to the device.
     *
     * @param source an http or ftp address of a large file
     */
    record SpeedTest(URI source) implements DeviceIntent {

        public SpeedTest {
            String scheme = String.valueOf(source.getScheme());
            if (!scheme.matches("https?|ftp") || source.getHost() == null || source.getUserInfo() != null) {
                throw new IllegalArgumentException("a speed test needs an http, https or ftp address without user");
            }
        }

        @Override
        public Kind kind() {
            return Kind.SPEED_TEST;
        }
    }

    /** What can be refreshed as a call of its own, so that one unknown path does not fault the rest. */
    enum Concern {
        ALL,
        DEVICE,
        OPTICAL,
        WAN,
        WIFI,
        HOSTS
    }

    /** The one rule for hosts of diagnostics. */
    final class Hosts {
        private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,253}[A-Za-z0-9])?");

        private Hosts() {}

        static void require(String host) {
            if (!HOST.matcher(host).matches()) {
                throw new IllegalArgumentException("a host is a name or an address but was " + host);
            }
        }
    }
}
