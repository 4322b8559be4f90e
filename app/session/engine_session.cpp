// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/engine_session.h"

#include "model/engine/load_engine.h"

#include <exception>
#include <utility>

namespace glyphscope {

EngineSession::EngineSession(QObject* parent) : QObject(parent)
{
}

EngineSession::~EngineSession() = default;

void EngineSession::load(std::filesystem::path module)
{
    m_worker = std::jthread([this, module = std::move(module)] {
        try {
            const auto keep = [this, engine = loadEngine(module)] {
                m_engine = engine;
                Q_EMIT ready();
            };
            QMetaObject::invokeMethod(this, keep, Qt::QueuedConnection);
        } catch (const std::exception& error) {
            const auto report = [this, message = QString::fromUtf8(error.what())] { Q_EMIT failed(message); };
            QMetaObject::invokeMethod(this, report, Qt::QueuedConnection);
        }
    });
}

}  // namespace glyphscope
