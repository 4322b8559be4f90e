// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hand/hand.h"
#include "app/wiring.h"
#include "tests/support/warnings.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/main_window.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <memory>

namespace glyphscope::test {

/// A folder of its own for everything that the program keeps.
class ScratchData {
public:
    ScratchData() { qputenv("GLYPHSCOPE_DATA", m_folder.path().toLocal8Bit()); }
    ~ScratchData() { qunsetenv("GLYPHSCOPE_DATA"); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

/// The window as a user has it: shown, wired, and the engine loading.
class OpenWindow {
public:
    explicit OpenWindow(const ScratchData& data, const char* engine = GLYPHSCOPE_ENGINE)
        : m_wiring(std::make_unique<Wiring>(m_window, data.file(QStringLiteral("settings.json"))))
    {
        m_window.resize(1280, 820);
        m_wiring->loadEngineAfterFirstPaint(engine);
        m_window.show();
        if (!QTest::qWaitForWindowActive(&m_window))  // keys go to the active window
            qFatal("the window did not become active");
    }

    MainWindow* operator->() { return &m_window; }
    MainWindow& operator*() { return m_window; }
    Canvas& canvas() { return *m_window.canvas(); }
    QString verdict() { return m_window.panel<AnswerPanel>()->verdict(); }
    /// The digit that the answer gives, or -1 while it gives none.
    int digit() { return answers(Verdict::Digit) ? m_window.panel<AnswerPanel>()->prediction()->best : -1; }
    [[nodiscard]] bool answers(Verdict verdict) const
    {
        const std::optional<Prediction> prediction = m_window.panel<AnswerPanel>()->prediction();
        return prediction && prediction->verdict == verdict;
    }
    [[nodiscard]] bool shows(WeightsSource source) const
    {
        return m_wiring->weights().shown() && m_wiring->weights().source() == source;
    }
    /// A training has ended, on its own or not.
    [[nodiscard]] bool trained() const
    {
        return !m_window.findChild<QWidget*>(QStringLiteral("training.stop"))->isEnabled() &&
               shows(WeightsSource::Applied);
    }
    /// It reads, and the engine is there.
    [[nodiscard]] bool ready() const { return shows(WeightsSource::Applied) && hasEngine(); }
    [[nodiscard]] WeightsController::Weights weights() const { return m_wiring->weights().inUse(); }
    [[nodiscard]] LessonController& lessons() { return m_wiring->lessons(); }
    [[nodiscard]] bool hasEngine() const { return m_wiring->hasEngine(); }
    [[nodiscard]] QString label(const char* name) const
    {
        return m_window.findChild<QLabel*>(QLatin1StringView(name))->text();
    }
    template <typename Widget>
    Widget* find(const char* name)
    {
        return m_window.findChild<Widget*>(QLatin1StringView(name));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&m_window, key, modifiers);
    }
    /// Closes the window and waits for everything behind it, as leaving the program does.
    void leave()
    {
        m_window.close();
        m_wiring.reset();
    }

private:
    MainWindow m_window;
    std::unique_ptr<Wiring> m_wiring;
};

}  // namespace glyphscope::test
