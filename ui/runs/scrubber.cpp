// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/scrubber.h"

#include "ui/runs/checkpoint_slider.h"
#include "ui/runs/run_text.h"
#include "ui/runs/scrub_geometry.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/wheel_guard.h"

#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kFrame = 250;  // milliseconds

}  // namespace

Scrubber::Scrubber(QWidget* parent)
    : QWidget(parent)
    , m_slider(new CheckpointSlider(this))
    , m_play(new QToolButton(this))
    , m_words(new QLabel(this))
    , m_back(new QPushButton(tr("Current weights"), this))
    , m_clock(new QTimer(this))
{
    setObjectName(u"runs.scrubber"_s);
    m_play->setObjectName(u"runs.play"_s);
    m_play->setCheckable(true);
    m_words->setObjectName(u"runs.scrubWords"_s);
    m_words->setWordWrap(true);
    m_back->setObjectName(u"runs.back"_s);
    m_back->setIcon(icon(u"undo"_s));
    m_back->setToolTip(tr("The answer and the maps are again those of the current weights (Esc)"));
    m_slider->setToolTip(tr("Left and Right go from one checkpoint to the next"));
    m_clock->setInterval(kFrame);
    guardWheel(m_slider);

    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addLayout(row);
    column->addWidget(m_words);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    connect(m_slider, &QSlider::valueChanged, this, &Scrubber::look);
    connect(m_slider, &CheckpointSlider::touched, this, [this] {
        play(false);
        look();
    });
    connect(m_play, &QToolButton::clicked, this, &Scrubber::play);
    connect(m_back, &QPushButton::clicked, this, &Scrubber::end);
    connect(m_clock, &QTimer::timeout, this, &Scrubber::playOn);
    refresh();
}

const RunCheckpoint& Scrubber::current() const
{
    return m_checkpoints[static_cast<std::size_t>(m_slider->value())];
}

std::optional<std::int64_t> Scrubber::step() const
{
    return m_looked;
}

void Scrubber::setCheckpoints(const std::vector<RunCheckpoint>& checkpoints)
{
    if (checkpoints == m_checkpoints)
        return;
    m_checkpoints = checkpoints;
    std::ranges::sort(m_checkpoints, {}, &RunCheckpoint::step);
    const int last = static_cast<int>(m_checkpoints.size()) - 1;
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setCheckpoints(m_checkpoints);
        m_slider->setValue(m_looked ? nearestCheckpoint(m_checkpoints, *m_looked) : last);
    }
    if (m_checkpoints.empty())
        end();
    else if (m_looked)
        look();
    refresh();
}

void Scrubber::setReady(bool ready)
{
    m_ready = ready;
    refresh();
}

void Scrubber::look()
{
    if (m_checkpoints.empty() || m_looked == current().step)
        return;
    m_looked = current().step;
    refresh();
    Q_EMIT scrubbed(*m_looked);
}

void Scrubber::play(bool on)
{
    if (on) {
        if (m_slider->value() == m_slider->maximum())
            m_slider->setValue(0);
        look();
        m_clock->start();
    } else {
        m_clock->stop();
    }
    refresh();
}

void Scrubber::playOn()
{
    m_slider->setValue(m_slider->value() + 1);
    if (m_slider->value() == m_slider->maximum())
        play(false);
}

void Scrubber::end()
{
    m_clock->stop();
    const bool looked = m_looked.has_value();
    m_looked.reset();
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(m_slider->maximum());  // where it began: every move from there looks again
    }
    refresh();
    if (looked)
        Q_EMIT ended();
}

void Scrubber::refresh()
{
    const bool any = !m_checkpoints.empty();
    const bool playing = m_clock->isActive();
    m_slider->setEnabled(any && m_ready);
    m_play->setEnabled(any && m_ready && m_checkpoints.size() > 1);
    m_play->setChecked(playing);
    m_play->setIcon(icon(playing ? u"pause"_s : u"play"_s));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_play->setToolTip(playing ? tr("Pause") : tr("Play: four checkpoints a second"));
    m_back->setVisible(m_looked.has_value());
    if (m_looked)
        m_words->setText(checkpointText(current()));
    else if (!any)
        m_words->setText(tr("No checkpoints yet: there is nothing to show."));
    else if (!m_ready)
        m_words->setText(tr("The engine is still being loaded."));
    else
        m_words->setText(
            tr("%n checkpoint(s), \u2605 the best. Move the slider and your drawing is read by the "
               "weights of that time.",
               nullptr, static_cast<int>(m_checkpoints.size())));
    setRole(m_words, m_looked ? u"accent"_s : u"muted"_s);
}

bool Scrubber::event(QEvent* event)
{
    // The window may use the same keys.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Scrubber::keyPressEvent(QKeyEvent* event)
{
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (by == 0 || !m_slider->isEnabled()) {
        QWidget::keyPressEvent(event);
        return;
    }
    play(false);
    m_slider->setValue(m_slider->value() + by);
    look();
}

}  // namespace glyphscope
