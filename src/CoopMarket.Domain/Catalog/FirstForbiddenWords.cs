using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>
/// The words that a market begins with. Words of one syllable are few: without marks they are many others (chữa, chua, chưa).
/// </summary>
public static class FirstForbiddenWords
{
    // What follows «chữa» and «trị». What is of one syllable is left out where it is another thing without marks (chữa gan, chưa gần).
    private static readonly string[] Ailments =
    [
        "ho", "cúm", "cảm cúm", "cảm lạnh", "viêm", "viêm họng", "đau họng", "dạ dày", "bao tử", "trào ngược", "đau bụng", "tiêu chảy", "táo bón", "bệnh trĩ", "đau đầu", "đau lưng", "đau khớp", "xương khớp",
        "nhức mỏi", "tê bì", "phong thấp", "mất ngủ", "hiếm muộn",
    ];

    /// <summary>Those of them that are in no row, neither held nor let go.</summary>
    public static IReadOnlyList<(string Language, string Words)> MissingFrom(IEnumerable<ForbiddenWord> rows)
    {
        var known = rows.Select(r => (r.Language, r.Folded)).ToHashSet();
        return [.. All.Select(w => (w.Language, w.Words, Folded: Folding.Fold(w.Words))).Where(w => !known.Contains((w.Language, w.Folded))).DistinctBy(w => (w.Language, w.Folded)).Select(w => (w.Language, w.Words))];
    }

    /// <summary>By language.</summary>
    public static IReadOnlyList<(string Language, string Words)> All { get; } =
    [
        .. new[]
        {
            "chữa bệnh", "chữa khỏi", "chữa dứt", "chữa trị", "trị bệnh", "trị dứt", "điều trị", "đặc trị", "phòng bệnh", "ngừa bệnh", "khỏi bệnh", "hết bệnh", "thần dược", "thay thuốc", "thay thế thuốc",
            "ung thư", "khối u", "tiểu đường", "đái tháo đường", "huyết áp", "mỡ máu", "tim mạch", "đột quỵ", "tai biến", "gan nhiễm mỡ", "viêm gan", "xơ gan", "viêm loét", "viêm khớp", "viêm họng", "viêm phế quản",
            "đau dạ dày", "viêm dạ dày", "đại tràng", "bệnh gút", "bệnh gout", "thoái hóa", "mất ngủ", "suy nhược", "sỏi thận", "hen suyễn", "cao huyết áp", "kháng viêm", "kháng sinh", "giải độc gan", "giảm cân", "yếu sinh lý", "covid",
            "bách bệnh", "bệnh gan", "bệnh thận", "bệnh phổi", "tráng dương", "thận yếu", "thanh lọc gan", "hạ sốt", "hạ đường huyết", "tăng sức đề kháng", "tiêu đờm",
        }.Select(w => ("vi", w)),
        .. Ailments.SelectMany(ailment => new[] { ("vi", "chữa " + ailment), ("vi", "trị " + ailment) }),
        .. new[]
        {
            "cure", "cures", "heal", "heals", "healing", "treats", "treatment", "prevents disease", "medicine for", "remedy", "therapy", "therapeutic", "medicinal", "detox", "anti inflammatory", "antibiotic",
            "cancer", "tumor", "tumour", "diabetes", "diabetic", "blood pressure", "hypertension", "cholesterol", "heart disease", "stroke", "hepatitis", "arthritis", "gout", "insomnia", "asthma", "lose weight", "weight loss",
        }.Select(w => ("en", w)),
        .. new[]
        {
            "guérit", "guérir", "guérison", "soigne", "soigner", "traitement", "prévient les maladies", "remède", "thérapie", "thérapeutique", "médicinal", "détox", "anti inflammatoire", "antibiotique",
            "cancer", "tumeur", "diabète", "tension artérielle", "hypertension", "cholestérol", "maladie cardiaque", "hépatite", "arthrite", "insomnie", "asthme", "perdre du poids", "perte de poids",
        }.Select(w => ("fr", w)),
    ];
}
