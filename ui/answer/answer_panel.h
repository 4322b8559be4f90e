// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/answer_rule.h"
#include "model/types/prediction.h"
#include "ui/answer/answer_look.h"
#include "ui/widgets/panel.h"

#include <cstdint>
#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace glyphscope {

class BigDigit;
class HookBadge;
class LabelRow;
class CharacterRow;
struct CharacterCell;
class ProbabilityBars;
class SoftmaxCard;

/// The network's answer in large and in plain words, with one bar a class, and where the percentage of a
/// class comes from: below the bars where there is room, else in their place when it is asked for. Says
/// honestly when there is no answer: nothing drawn, not sure, not a digit, still loading, failed.
class AnswerPanel : public Panel {
    Q_OBJECT

public:
    explicit AnswerPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString verdict() const;
    [[nodiscard]] CharacterRow* number() const { return m_number; }
    [[nodiscard]] LabelRow* labels() const { return m_labels; }
    /// What is shown; none while there can be no answer.
    [[nodiscard]] std::optional<Prediction> prediction() const;
    /// Whose percentage is explained; -1: none.
    [[nodiscard]] int explained() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// With the answer that the same network gives without the hooks that change it, if any do.
    void setPrediction(const glyphscope::Prediction& prediction,
                       const std::optional<glyphscope::Prediction>& withoutHooks = std::nullopt);
    /// The characters that the drawing was divided into, of which setPrediction() tells the one in focus;
    /// none: it is one.
    void setNumber(const std::vector<glyphscope::CharacterCell>& number, int focus);
    void setHooks(const std::vector<glyphscope::HookSpec>& changing);  ///< those that change answers
    void setRule(const glyphscope::AnswerRule& rule);                  ///< of the weights that answer
    void setClasses(const glyphscope::ClassSet& classes);              ///< of the same weights
    void setWaiting(const QString& what);  ///< no answer can be given yet, and why
    void setFailed(const QString& message);

    void setLabelable(bool labelable);  ///< there is a drawing that could be kept with what it was
    void setKept(const std::optional<QString>& className);  ///< it is kept as that; none: not yet
    void giveLabel(int label);  ///< says what it was, as a click does; nothing while it cannot

Q_SIGNALS:
    void labelGiven(const QString& className);  ///< the drawing was meant to be of that class
    void labelUndoRequested();                  ///< it shall not be kept after all
    void barChosen();                           ///< by the user, who saw that bars explain themselves
    void attributionsRequested(int label);      ///< which pixels speak for that class
    void hooksOffRequested(const std::vector<std::uint64_t>& hooks);
    void hookShowRequested(std::uint64_t hook);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void refresh() override;

private:
    enum class State { Answer, Waiting, Failed };

    void buildParts();
    void layOutParts();
    void connectParts();
    void arrange();
    [[nodiscard]] int headHeight(bool tight) const;
    [[nodiscard]] AnswerRoom room() const;
    [[nodiscard]] int innerWidth() const;
    void setHeadTight(bool tight);
    void setWordFonts();
    [[nodiscard]] bool answered() const;
    void explain(int row);
    void toggleCard(bool on);
    void closeCard();
    void showCard();
    void showAnswer();
    void bringBestIntoSight();
    void showHooks();
    void showWords(const QString& verdict, const QString& detail);

    State m_state = State::Answer;
    QString m_message;
    Prediction m_prediction;
    std::optional<Prediction> m_withoutHooks;
    std::vector<HookSpec> m_changingHooks;
    AnswerRule m_rule;
    ClassSet m_classes = ClassSet::digits();
    double m_scale = 1;  // of the words
    bool m_headTight = false;
    QBoxLayout* m_head = nullptr;
    QBoxLayout* m_sign = nullptr;
    BigDigit* m_big = nullptr;
    HookBadge* m_hooks = nullptr;
    QLabel* m_verdict = nullptr;
    QLabel* m_detail = nullptr;
    QToolButton* m_why = nullptr;
    SoftmaxCard* m_card = nullptr;
    std::optional<bool> m_cardWanted;  // none: where there is room
    int m_pinned = -1;                 // the class that was chosen; none: the answer
    ProbabilityBars* m_bars = nullptr;
    QScrollArea* m_scroll = nullptr;  // for more classes than the panel is high
    int m_bestSeen = -1;
    LabelRow* m_labels = nullptr;
    CharacterRow* m_number = nullptr;
};

}  // namespace glyphscope
