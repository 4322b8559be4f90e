// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/edited_reader.h"

#include "app/session/engine_session.h"

#include <exception>
#include <utility>

namespace glyphscope {

struct EditedReader::Reader {
    std::uint64_t number = 0;
    std::unique_ptr<Recognizer> recognizer;
};

EditedReader::EditedReader(EngineSession& engine) : m_engine(engine), m_reader(std::make_shared<Reader>())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &EditedReader::start);
}

void EditedReader::setNetwork(std::optional<Edited> edited)
{
    m_edited = std::move(edited);
    ++m_number;
    if (m_edited)
        m_pause.start();
    else
        m_pause.stop();
}

void EditedReader::setGlyph(const std::optional<Glyph>& glyph)
{
    if (glyph == m_glyph)
        return;
    m_glyph = glyph;
    if (!m_pause.isActive())
        start();
}

void EditedReader::start()
{
    const std::shared_ptr<Engine> engine = m_engine.engine();
    if (!engine || !m_edited || !m_glyph)
        return;
    if (m_reading) {
        m_wanted = true;
        return;
    }
    m_reading = true;
    m_wanted = false;
    m_tasks.run([this, engine, reader = m_reader, edited = *m_edited, glyph = *m_glyph,
                 number = m_number]() -> std::function<void()> {
        std::shared_ptr<const Reading> reading;
        try {
            if (reader->number != number || !reader->recognizer) {
                reader->recognizer = engine->recognizer(
                    growWeights(*edited.weights, engine->freshWeights(edited.network, 0), edited.network),
                    "cpu");
                reader->number = number;
            }
            reading = std::make_shared<const Reading>(reader->recognizer->read(glyph));
        } catch (const std::exception&) {
            // No pictures, then. What is wrong is said where the network is put in use.
        }
        return [this, number, reading] { done(number, reading); };
    });
}

void EditedReader::done(std::uint64_t number, const std::shared_ptr<const Reading>& reading)
{
    m_reading = false;
    if (reading && number == m_number && m_edited)
        Q_EMIT read(reading);
    if (m_wanted)
        start();
}

}  // namespace glyphscope
