using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Questions;

/// <summary>
/// Words that lead out of the market, as they stood on 29 November 2026. They are looked for whole and together, whatever their case,
/// marks and spaces. Left out are those that without marks are everyday words: «tiền ảo» is also «tiền áo», «ngoài sàn» «ngoài sân»,
/// «wise» is English.
/// </summary>
internal static class OutsideWords
{
    /// <summary>Money that goes elsewhere.</summary>
    public static IReadOnlyList<string> Payment { get; } = Folded(
        "chuyển khoản", "số tài khoản", "tài khoản ngân hàng", "stk", "ck trước", "ck cho", "chuyển tiền", "chuyển cọc", "đặt cọc", "trả tiền trực tiếp", "trả tiền ngoài", "thanh toán ngoài",
        "thanh toán trực tiếp", "giao dịch ngoài", "thẻ cào", "tiền mã hóa", "tiền điện tử", "momo", "zalopay", "zalo pay", "viettel money", "viettelpay",
        "western union", "moneygram", "paypal", "payoneer", "revolut", "transferwise", "cash app", "cashapp", "venmo", "zelle", "lydia", "paylib",
        "bank transfer", "wire transfer", "bank account", "account number", "iban", "swift code", "routing number", "pay me directly", "pay directly", "pay outside", "pay us directly", "gift card", "gift cards",
        "virement", "compte bancaire", "numéro de compte", "mon rib", "votre rib", "notre rib", "payer directement", "payez directement", "payer en dehors", "carte cadeau", "mandat cash",
        "bitcoin", "btc", "usdt", "ethereum", "binance", "crypto", "cryptocurrency", "cryptomonnaie");

    /// <summary>Another place to talk.</summary>
    public static IReadOnlyList<string> Talk { get; } = Folded(
        "zalo", "whatsapp", "telegram", "viber", "wechat", "messenger", "facebook", "fb", "instagram", "kakaotalk", "gọi cho tôi", "gọi cho mình", "gọi số", "call me", "text me", "appelez moi");

    /// <summary>Beside them a long number is an account's.</summary>
    public static IReadOnlyList<string> Banks { get; } =
    [
        .. Folded("ngân hàng", "tài khoản", "tk", "bank", "account", "banque", "compte", "bin", "bic", "swift", "napas", "agribank", "bidv", "vietinbank", "acb", "mbbank", "sacombank", "vpbank", "tpbank", "hdbank", "shb"),
        .. Shared.Banks.All.Select(b => Folding.Fold(b.ShortName)),
    ];

    /// <summary>Digits as they are spoken, folded.</summary>
    public static IReadOnlyDictionary<string, char> Digits { get; } = new[]
    {
        "khong zero oh", "mot one un", "hai two deux", "ba three trois", "bon tu four quatre", "nam lam five cinq", "sau six", "bay seven sept", "tam eight huit", "chin nine neuf",
    }.SelectMany((words, digit) => words.Split(' ').Select(word => (word, digit))).ToDictionary(w => w.word, w => (char)('0' + w.digit), StringComparer.Ordinal);

    private static List<string> Folded(params string[] words) => [.. words.Select(Folding.Fold)];
}
