// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/sample.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>

#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// How many samples there are of one class.
struct LabelCount {
    std::string label;
    int count = 0;
    friend bool operator==(const LabelCount&, const LabelCount&) = default;
};

/// The user's samples by class, the newest of each first; all of them or those of one class. Those of the
/// weights' classes come first, in their order; the others, of which the weights have nothing to say, behind.
class SampleModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, LabelRole, AnswerRole };

    explicit SampleModel(QObject* parent = nullptr);

    /// What is known of samples that were there before is kept.
    void setSamples(const std::vector<Sample>& samples);
    void setClasses(const ClassSet& classes);  ///< of the weights; what they said before is forgotten
    /// The class that the network says of each sample, in the order in which they were given; empty where it
    /// is not known. Answers of another number of samples are ignored.
    void setAnswers(const std::vector<std::string>& answers);
    void setFilter(const std::optional<std::string>& label);

    [[nodiscard]] const ClassSet& classes() const { return m_classes; }
    [[nodiscard]] const std::optional<std::string>& filter() const { return m_filter; }
    [[nodiscard]] int total() const { return static_cast<int>(m_samples.size()); }
    /// Of every class of the weights, and of the other classes that there are samples of.
    [[nodiscard]] std::vector<LabelCount> counts() const;
    [[nodiscard]] int ofOtherClasses() const;  ///< how many samples the weights cannot judge
    /// How many samples are read as something else; none while not all answers are known that can be.
    [[nodiscard]] std::optional<int> misread() const;

    [[nodiscard]] const Glyph& glyphAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// IdRole, LabelRole and AnswerRole (empty: not known), and what is read aloud and shown as a tip.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] std::size_t placeOf(const QModelIndex& index) const;
    [[nodiscard]] QString wordsOf(std::size_t place) const;
    void order();

    std::vector<Sample> m_samples;
    ClassSet m_classes = ClassSet::digits();
    std::vector<std::string> m_answers;  // empty: not known
    std::vector<std::size_t> m_order;    // those shown
    std::optional<std::string> m_filter;
};

}  // namespace glyphscope
