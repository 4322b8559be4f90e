// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>

namespace glyphscope {

class AnswerPanel;
class HintLine;
class NetworkStrip;
class RecognitionSession;
class TrainingController;
struct Settings;

/// Leads a newcomer on, one hint at a time, once something was read. A hint goes when what it tells of was
/// done, or when it is dismissed, and stays away. Lives on the GUI thread.
class HintsController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        HintLine& line;
        AnswerPanel& answer;
        NetworkStrip& network;
        RecognitionSession& recognition;
        TrainingController& trainer;
    };

    explicit HintsController(const Parts& parts);

    void restore(const Settings& settings);
    void keep(Settings& settings) const;
    void showAgain();  ///< all of them, from the first on

private:
    void done(const QString& name);
    void show();
    [[nodiscard]] QString current() const;  ///< empty: none is left

    const Parts m_parts;
    QStringList m_dismissed;
    bool m_read = false;  // before, the canvas says what to do
};

}  // namespace glyphscope
