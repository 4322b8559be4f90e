// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/my_samples.h"

#include "app/files/sample_store.h"
#include "app/settings/installation.h"

namespace glyphscope {

QString samplesFolder()
{
    return QString::fromStdString((dataFolder() / "samples").string());
}

Dataset mySamples(const ClassSet& classes)
{
    return datasetOf(SampleStore(samplesFolder()).load(), classes);
}

}  // namespace glyphscope
