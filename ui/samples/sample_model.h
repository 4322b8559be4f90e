// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/sample.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>

#include <array>
#include <optional>
#include <vector>

namespace glyphscope {

/// The user's samples by label, the newest of each first; all of them or those of one label.
class SampleModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, LabelRole, AnswerRole };

    explicit SampleModel(QObject* parent = nullptr);

    /// What is known of samples that were there before is kept.
    void setSamples(const std::vector<Sample>& samples);
    /// What the network says of each sample, in the order in which they were given; -1 where it is not known.
    /// Answers of another number of samples are ignored.
    void setAnswers(const std::vector<int>& answers);
    void setFilter(std::optional<int> label);

    [[nodiscard]] std::optional<int> filter() const { return m_filter; }
    [[nodiscard]] int total() const { return static_cast<int>(m_samples.size()); }
    [[nodiscard]] std::array<int, 10> counts() const;
    /// How many samples are read as something else; none while not all answers are known.
    [[nodiscard]] std::optional<int> misread() const;

    [[nodiscard]] const Glyph& glyphAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// IdRole, LabelRole and AnswerRole (-1: not known), and what is read aloud and shown as a tip.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] std::size_t placeOf(const QModelIndex& index) const;
    [[nodiscard]] QString wordsOf(std::size_t place) const;
    void order();

    std::vector<Sample> m_samples;
    std::vector<int> m_answers;        // -1: not known
    std::vector<std::size_t> m_order;  // those shown
    std::optional<int> m_filter;
};

}  // namespace glyphscope
