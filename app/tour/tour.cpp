// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour.h"

#include "app/text/message_text.h"
#include "model/types/error.h"
#include "ui/window/main_window.h"

#include <QtCore/QDir>
#include <QtGui/QPixmap>

#include <exception>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kTick = 20;   // ms
constexpr int kSettle = 8;  // ticks between arriving and the picture, for layouts and animations to end
constexpr int kPatience = 120 * 1000 / kTick;  // ticks

}  // namespace

Tour::Tour(MainWindow& window, const QString& folder, std::deque<TourStop> stops, QObject* parent)
    : QObject(parent), m_window(window), m_folder(folder), m_stops(std::move(stops))
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &Tour::tick);
}

void Tour::start()
{
    m_timer.start();
}

void Tour::tick()
{
    try {
        if (m_stops.empty()) {
            m_timer.stop();
            Q_EMIT finished(m_pictures);
            return;
        }
        if (m_ticks++ == 0)
            m_stops.front().act();
        else if (m_ticks > kPatience)
            throw Error(GLYPHSCOPE_TEXT("Tour", "waited two minutes for it"));
        else if (!m_stops.front().arrived())
            m_settled = 0;
        else if (++m_settled > kSettle)
            next();
    } catch (const std::exception& error) {
        m_timer.stop();
        Q_EMIT failed(tr("The tour stopped at \"%1\": %2").arg(m_stops.front().name, errorText(error)));
    }
}

void Tour::next()
{
    if (!m_stops.front().name.isEmpty())
        takePicture();
    m_stops.pop_front();
    m_ticks = 0;
    m_settled = 0;
}

void Tour::takePicture()
{
    const QString number = u"%1"_s.arg(m_pictures + 1, 2, 10, QLatin1Char('0'));
    const QString file = QDir(m_folder).filePath(u"%1-%2.png"_s.arg(number, m_stops.front().name));
    if (!m_window.grab().save(file))
        throw Error(GLYPHSCOPE_TEXT("Tour", "%1 cannot be written"), file.toStdString());
    ++m_pictures;
}

}  // namespace glyphscope
