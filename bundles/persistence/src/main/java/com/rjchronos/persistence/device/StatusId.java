package com.rjchronos.persistence.device;

import com.rjchronos.model.device.DeviceStatus;

/** The ids under which {@code device_statuses} holds each status. */
final class StatusId {
    private StatusId() {}

    static int of(DeviceStatus status) {
        return switch (status) {
            case ONLINE -> 1;
            case OFFLINE -> 2;
            case MAINTENANCE -> 3;
            case DISABLED -> 4;
            case PROVISIONING -> 5;
            case UNKNOWN -> 6;
        };
    }

    static DeviceStatus status(int id) {
        for (DeviceStatus status : DeviceStatus.values()) {
            if (of(status) == id) {
                return status;
            }
        }
        throw new IllegalStateException("no device status has the id " + id);
    }
}
