package com.rjchronos.simulator.cwmp;

import com.rjchronos.simulator.query.JsonDocument;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Faults that a test ordered: a CPE, or every CPE, answers an RPC with one. */
public final class ForcedFaults {
    private static final int MOST = 1_000;

    private final List<Order> orders = new CopyOnWriteArrayList<>();

    private record Order(String device, String task, int code, int[] left) {}

    /**
     * Orders a fault.
     *
     * @param device an id, or empty for any device
     * @param task a task's name, or empty for any task
     * @param times how often, from 1
     */
    public void order(String device, String task, int code, int times) {
        if (orders.size() >= MOST) {
            orders.remove(0);
        }
        orders.add(new Order(device, task, code, new int[] {times}));
    }

    public void clear() {
        orders.clear();
    }

    /** The code that this task has to meet, if one was ordered; uses it up. */
    synchronized Optional<Integer> next(JsonDocument task) {
        for (Order order : orders) {
            boolean meant = (order.device().isEmpty() || order.device().equals(task.text("device")))
                    && (order.task().isEmpty() || order.task().equals(task.text("name")));
            if (meant) {
                if (--order.left()[0] <= 0) {
                    orders.remove(order);
                }
                return Optional.of(order.code());
            }
        }
        return Optional.empty();
    }
}
