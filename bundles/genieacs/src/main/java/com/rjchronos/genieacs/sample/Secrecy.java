package com.rjchronos.genieacs.sample;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a parameter's value gives away, by the parameter's name. Rather too much is taken for a secret than too little. */
enum Secrecy {
    /** Opens something, or says who somebody is: it is emptied. */
    SECRET,
    /** The serial of a device. */
    SERIAL,
    /** The name of a Wi-Fi network. */
    NETWORK,
    /** The name under which somebody logs in. */
    USER,
    /** The name that somebody, or a machine, gave to a machine, or where one is in the Internet. */
    HOST,
    /** A MAC address, even one of digits alone. */
    MAC,
    /** A version: four numbers in it are no address. */
    VERSION,
    /** None of these. */
    OPEN;

    /** Whatever is below an object of such a name is secret too. */
    private static final Pattern VAULT =
            Pattern.compile("password|passphrase|presharedkey|wepkey|secret|credential|connectionrequest"
                    + "|^sip$|calllog|callhistory|phonebook|addressbook|^sms");

    private static final Pattern KEYHOLE = Pattern.compile("pass|pwd|psk|key$|token|pin$|pincode|login|account"
            + "|loid|ploam|imei|imsi|iccid|msisdn|phone|directorynumber|caller|calling|subscri|customer|contact|email|owner"
            + "|gps|latitude|longitude|coordinate|(?<!al)location|provisioningcode|log$|configfile");

    private static final Pattern USERS = Pattern.compile("username|userid$|user$");
    private static final Pattern SERIALS = Pattern.compile("serial(number|no|num)?$|onusn$|gponsn$|ponsn$|^sn$");
    private static final Pattern NETWORKS = Pattern.compile("(?<!b)ssid[0-9]*$|ssidname$|ssidlist$");
    private static final Pattern HOSTS =
            Pattern.compile("(host|device|computer|client|station|nick|friendly|userdefined)name$"
                    + "|(host|domain|domainname|fqdn|server|registrar|proxy|ur[il])[0-9]*$");

    static Secrecy of(String name) {
        String low = plain(name);
        if (VAULT.matcher(low).find() || KEYHOLE.matcher(low).find()) {
            return SECRET;
        }
        if (SERIALS.matcher(low).find()) {
            return SERIAL;
        }
        if (USERS.matcher(low).find()) {
            return USER;
        }
        if (NETWORKS.matcher(low).find()) {
            return NETWORK;
        }
        if (HOSTS.matcher(low).find()) {
            return HOST;
        }
        if (low.endsWith("version")) {
            return VERSION;
        }
        return low.contains("mac") || low.endsWith("bssid") ? MAC : OPEN;
    }

    /** Whether everything below an object of this name is secret, e.g. below {@code WEPKey}. */
    static boolean covers(String object) {
        return VAULT.matcher(plain(object)).find();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
