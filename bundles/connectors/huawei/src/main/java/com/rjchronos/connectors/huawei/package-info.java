/** Huawei's dialect: its optical objects, its WAN parameters, its spelling of the PON serial. Nothing of other vendors. */
package com.rjchronos.connectors.huawei;
