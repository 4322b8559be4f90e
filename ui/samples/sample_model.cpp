// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sample_model.h"

#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace glyphscope {

SampleModel::SampleModel(QObject* parent) : QAbstractListModel(parent)
{
}

void SampleModel::setSamples(const std::vector<Sample>& samples)
{
    std::unordered_map<std::string, std::string> known;
    for (std::size_t i = 0; i < m_samples.size(); ++i)
        known.emplace(m_samples[i].id, m_answers[i]);
    beginResetModel();
    m_samples = samples;
    m_answers.assign(samples.size(), {});
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (const auto answer = known.find(samples[i].id); answer != known.end())
            m_answers[i] = answer->second;
    order();
    endResetModel();
}

void SampleModel::setClasses(const ClassSet& classes)
{
    if (classes == m_classes)
        return;
    beginResetModel();
    m_classes = classes;
    m_answers.assign(m_samples.size(), {});
    order();
    endResetModel();
}

void SampleModel::setAnswers(const std::vector<std::string>& answers)
{
    if (answers.size() != m_samples.size() || answers == m_answers)
        return;
    m_answers = answers;
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void SampleModel::setFilter(const std::optional<std::string>& label)
{
    if (label == m_filter)
        return;
    beginResetModel();
    m_filter = label;
    order();
    endResetModel();
}

void SampleModel::order()
{
    m_order.clear();
    for (std::size_t i = 0; i < m_samples.size(); ++i)
        if (!m_filter || m_samples[i].label == *m_filter)
            m_order.push_back(i);
    std::stable_sort(m_order.begin(), m_order.end(), [this](std::size_t a, std::size_t b) {
        const Sample& one = m_samples[a];
        const Sample& other = m_samples[b];
        if (one.label == other.label)
            return one.takenAt > other.takenAt;
        const int oneClass = m_classes.indexOf(one.label);
        const int otherClass = m_classes.indexOf(other.label);
        if (oneClass != otherClass)
            return otherClass < 0 || (oneClass >= 0 && oneClass < otherClass);
        return one.label < other.label;
    });
}

std::vector<LabelCount> SampleModel::counts() const
{
    std::map<std::string, int> left;
    for (const Sample& sample : m_samples)
        ++left[sample.label];
    std::vector<LabelCount> counts;
    for (const std::string& name : m_classes.names()) {
        const auto found = left.find(name);
        counts.push_back({name, found == left.end() ? 0 : found->second});
        left.erase(name);
    }
    for (const auto& [label, count] : left)
        counts.push_back({label, count});
    return counts;
}

int SampleModel::ofOtherClasses() const
{
    return static_cast<int>(std::ranges::count_if(
        m_samples, [this](const Sample& sample) { return m_classes.indexOf(sample.label) < 0; }));
}

std::optional<int> SampleModel::misread() const
{
    int wrong = 0;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        if (m_classes.indexOf(m_samples[i].label) < 0)
            continue;
        if (m_answers[i].empty())
            return std::nullopt;
        wrong += m_answers[i] != m_samples[i].label;
    }
    return wrong;
}

std::size_t SampleModel::placeOf(const QModelIndex& index) const
{
    return m_order[static_cast<std::size_t>(index.row())];
}

const Glyph& SampleModel::glyphAt(const QModelIndex& index) const
{
    return m_samples[placeOf(index)].glyph;
}

QModelIndex SampleModel::indexOf(const QString& id) const
{
    const auto found =
        std::find_if(m_order.begin(), m_order.end(),
                     [this, name = id.toStdString()](std::size_t i) { return m_samples[i].id == name; });
    return found == m_order.end() ? QModelIndex() : index(static_cast<int>(found - m_order.begin()));
}

int SampleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QVariant SampleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t place = placeOf(index);
    switch (role) {
    case IdRole:
        return QString::fromStdString(m_samples[place].id);
    case LabelRole:
        return QString::fromStdString(m_samples[place].label);
    case AnswerRole:
        return QString::fromStdString(m_answers[place]);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return wordsOf(place);
    default:
        return {};
    }
}

QString SampleModel::wordsOf(std::size_t place) const
{
    const Sample& sample = m_samples[place];
    QString words = tr("Meant to be %1.").arg(QString::fromStdString(sample.label));
    if (m_classes.indexOf(sample.label) < 0)
        words = sentences({words, tr("The weights in use do not know this class.")});
    else if (m_answers[place] == sample.label)
        words = sentences({words, tr("The network reads it so.")});
    else if (!m_answers[place].empty())
        words = sentences({words, tr("The network reads %1.").arg(QString::fromStdString(m_answers[place]))});
    return words + u'\n' + momentText(sample.takenAt);
}

}  // namespace glyphscope
