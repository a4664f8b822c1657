namespace CoopMarket.Domain.Catalog;

/// <summary>
/// The words that a market begins with. Words of one syllable are few: without marks they are many others (chữa, chua, chưa).
/// </summary>
public static class FirstForbiddenWords
{
    /// <summary>By language.</summary>
    public static IReadOnlyList<(string Language, string Words)> All { get; } =
    [
        .. new[]
        {
            "chữa bệnh", "chữa khỏi", "chữa dứt", "chữa trị", "trị bệnh", "trị dứt", "điều trị", "đặc trị", "phòng bệnh", "ngừa bệnh", "khỏi bệnh", "hết bệnh", "thần dược", "thay thuốc", "thay thế thuốc",
            "ung thư", "khối u", "tiểu đường", "đái tháo đường", "huyết áp", "mỡ máu", "tim mạch", "đột quỵ", "tai biến", "gan nhiễm mỡ", "viêm gan", "xơ gan", "viêm loét", "viêm khớp", "viêm họng", "viêm phế quản",
            "đau dạ dày", "viêm dạ dày", "đại tràng", "bệnh gút", "bệnh gout", "thoái hóa", "mất ngủ", "suy nhược", "sỏi thận", "hen suyễn", "cao huyết áp", "kháng viêm", "kháng sinh", "giải độc gan", "giảm cân", "yếu sinh lý", "covid",
        }.Select(w => ("vi", w)),
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
