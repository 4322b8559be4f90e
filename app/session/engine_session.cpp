// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/engine_session.h"

#include "app/session/gui_call.h"
#include "app/text/message_text.h"
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
            callOnThreadOf(this, [this, engine = loadEngine(module)] { use(engine); });
        } catch (const std::exception& error) {
            callOnThreadOf(this, [this, message = errorText(error)] { Q_EMIT failed(message); });
        }
    });
}

void EngineSession::use(std::shared_ptr<Engine> engine)
{
    m_engine = std::move(engine);
    Q_EMIT ready();
}

}  // namespace glyphscope
