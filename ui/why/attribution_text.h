// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/attribution.h"
#include "model/types/prediction.h"
#include "ui/why/rank_correlation.h"

#include <QtCore/QStringList>

namespace glyphscope {

[[nodiscard]] QString methodName(AttributionMethod method);
[[nodiscard]] QString methodShort(AttributionMethod method);     ///< a few letters, for a table's head
[[nodiscard]] QString methodSentence(AttributionMethod method);  ///< what it shows, in one sentence
[[nodiscard]] QString methodPaper(AttributionMethod method);     ///< "Zeiler & Fergus 2014"
[[nodiscard]] QString methodTitle(AttributionMethod method);     ///< of that paper

/// What the score is: "Logit of 3: 12.4", "Logit of 3 less that of 8: 9.1".
[[nodiscard]] QString scoreText(const ClassTarget& target, double score, const QStringList& names);

/// "Adds up to 12.38; the score rises by 12.40; gap −0.02 (0.2 %)."
[[nodiscard]] QString completenessText(const Completeness& completeness);

/// The gap as a share of the rise; infinite where there is a gap and no rise.
[[nodiscard]] double gapShare(const Completeness& completeness);

/// "The methods agree: 0.71 on average. Least alike: Saliency and Occlusion, 0.42."
[[nodiscard]] QString agreementText(const Agreement& agreement);

}  // namespace glyphscope
