// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/network_title.h"

#include "model/spec/network_layers.h"
#include "model/spec/presets.h"

#include <QtCore/QCoreApplication>

#include <string>

namespace glyphscope {
namespace {

struct NetworkTitle {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::NetworkTitle)
};

}  // namespace

QString networkTitle(const NetworkSpec& network)
{
    const std::string title = titleOf(network);
    return title == "Network" ? NetworkTitle::tr("a network of %n module(s)", nullptr,
                                                 static_cast<int>(layersOf(network).size()))
                              : QString::fromStdString(title);
}

}  // namespace glyphscope
