package com.rjchronos.assembly;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** A JUnit 4 suite makes all runners up front: only then do the classes share one container. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    HouseInContainer.class,
    SweepInContainer.class,
    FaultsInContainer.class,
    HttpInContainer.class,
    SettingsInContainer.class,
    ConnectorWritingInContainer.class,
    SwapUnderLoad.class,
    HostileAcsInContainer.class,
    SwapInContainer.class
})
public class InContainerSuite {}
