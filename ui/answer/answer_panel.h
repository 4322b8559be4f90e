// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/answer_rule.h"
#include "model/types/prediction.h"
#include "ui/widgets/panel.h"

#include <optional>

class QLabel;
class QScrollArea;

namespace glyphscope {

class BigDigit;
class LabelRow;
class ProbabilityBars;

/// The network's answer in large and in plain words, with one bar a class. Says honestly when there is none:
/// nothing drawn, not sure, not a digit, still loading, failed.
class AnswerPanel : public Panel {
    Q_OBJECT

public:
    explicit AnswerPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString verdict() const;
    /// What is shown; none while there can be no answer.
    [[nodiscard]] std::optional<Prediction> prediction() const;

public Q_SLOTS:
    void setPrediction(const glyphscope::Prediction& prediction);
    void setRule(const glyphscope::AnswerRule& rule);      ///< of the weights that answer
    void setClasses(const glyphscope::ClassSet& classes);  ///< of the same weights
    void setWaiting(const QString& what);                  ///< no answer can be given yet, and why
    void setFailed(const QString& message);

    void setLabelable(bool labelable);  ///< there is a drawing that could be kept with what it was
    void setKept(const std::optional<QString>& className);  ///< it is kept as that; none: not yet
    void giveLabel(int label);  ///< says what it was, as a click does; nothing while it cannot

Q_SIGNALS:
    void labelGiven(const QString& className);  ///< the drawing was meant to be of that class
    void labelUndoRequested();                  ///< it shall not be kept after all

protected:
    void changeEvent(QEvent* event) override;
    void refresh() override;

private:
    enum class State { Answer, Waiting, Failed };

    void bringBestIntoSight();
    void showWords(const QString& verdict, const QString& detail);

    State m_state = State::Answer;
    QString m_message;
    Prediction m_prediction;
    AnswerRule m_rule;
    ClassSet m_classes = ClassSet::digits();
    BigDigit* m_big = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_detail = nullptr;
    ProbabilityBars* m_bars = nullptr;
    QScrollArea* m_scroll = nullptr;  // for more classes than the panel is high
    int m_bestSeen = -1;
    LabelRow* m_labels = nullptr;
};

}  // namespace glyphscope
