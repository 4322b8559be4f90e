// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hooks/effect_geometry.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

namespace glyphscope {

/// Two answers to one drawing beside each other: "3 (99 %) -> 8 (71 %)", and a pair of bars for each class.
class EffectStrip : public QWidget {
    Q_OBJECT

public:
    struct Answer {
        std::vector<float> probabilities;
        int best = -1;
        friend bool operator==(const Answer&, const Answer&) = default;
    };

    /// What is said of the two answers: "Without hooks: %1", "With hooks: %1".
    EffectStrip(const QString& before, const QString& after, QWidget* parent);
    void setTexts(const QString& before, const QString& after);

    /// `before` is missing where nothing changes the answer; `after` without probabilities is none at all.
    void setAnswers(const std::optional<Answer>& before, const Answer& after);
    void setClassNames(const QStringList& names);
    void setEmptyText(const QString& text);  ///< shown while there is no answer

    [[nodiscard]] bool wordsOnly() const { return m_wordsOnly; }
    void setWordsOnly(bool only);  ///< no bars
    [[nodiscard]] static int heightWithBars();

    /// What the strip says, as screen readers hear it: "Without hooks: 3 at 99.0 %, With hooks: 8 at 71.0 %".
    [[nodiscard]] QString words() const;
    [[nodiscard]] EffectPlaces places() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool compares() const { return m_before.has_value(); }
    [[nodiscard]] QString answerWords(const Answer& answer) const;
    [[nodiscard]] QString beforeWords() const;
    [[nodiscard]] QString afterWords() const;
    [[nodiscard]] QString tipFor(int index) const;
    void paintWords(QPainter& painter, const EffectPlaces& places) const;
    void paintBars(QPainter& painter, const EffectPlaces& places) const;

    QString m_beforeText;
    QString m_afterText;
    QString m_emptyText;
    std::optional<Answer> m_before;
    Answer m_after;
    QStringList m_names;
    bool m_wordsOnly = false;
};

}  // namespace glyphscope
