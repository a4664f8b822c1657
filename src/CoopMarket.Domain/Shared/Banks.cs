namespace CoopMarket.Domain.Shared;

/// <summary>A bank that takes VietQR transfers.</summary>
/// <param name="Bin">Its six-digit number at NAPAS.</param>
/// <param name="ShortName">The name people know it by.</param>
/// <param name="Name">Its full Vietnamese name.</param>
public sealed record Bank(string Bin, string ShortName, string Name);

/// <summary>The banks that take VietQR transfers (as of November 2026), by short name.</summary>
public static class Banks
{
    /// <summary>All of them, by short name.</summary>
    public static readonly IReadOnlyList<Bank> All =
    [
        new("970425", "ABBank", "Ngân hàng TMCP An Bình"),
        new("970416", "ACB", "Ngân hàng TMCP Á Châu"),
        new("970405", "Agribank", "Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam"),
        new("970409", "BacABank", "Ngân hàng TMCP Bắc Á"),
        new("970438", "BaoVietBank", "Ngân hàng TMCP Bảo Việt"),
        new("970418", "BIDV", "Ngân hàng TMCP Đầu tư và Phát triển Việt Nam"),
        new("970454", "BVBank", "Ngân hàng TMCP Bản Việt"),
        new("546034", "CAKE", "Ngân hàng số CAKE by VPBank – Ngân hàng TMCP Việt Nam Thịnh Vượng"),
        new("970446", "Co-opBank", "Ngân hàng Hợp tác xã Việt Nam"),
        new("970431", "Eximbank", "Ngân hàng TMCP Xuất Nhập khẩu Việt Nam"),
        new("970437", "HDBank", "Ngân hàng TMCP Phát triển TP. Hồ Chí Minh"),
        new("668888", "KBank", "Ngân hàng Đại chúng TNHH KASIKORNBANK – CN TP. Hồ Chí Minh"),
        new("970452", "KienlongBank", "Ngân hàng TMCP Kiên Long"),
        new("963369", "Liobank", "Ngân hàng số Liobank – Ngân hàng TMCP Phương Đông"),
        new("970449", "LPBank", "Ngân hàng TMCP Lộc Phát Việt Nam"),
        new("970422", "MB", "Ngân hàng TMCP Quân đội"),
        new("970414", "MBV", "Ngân hàng TNHH MTV Việt Nam Hiện Đại"),
        new("971025", "MoMo", "Công ty Cổ phần Dịch vụ Di động Trực tuyến (ví MoMo)"),
        new("970426", "MSB", "Ngân hàng TMCP Hàng Hải"),
        new("970428", "NamABank", "Ngân hàng TMCP Nam Á"),
        new("970419", "NCB", "Ngân hàng TMCP Quốc Dân"),
        new("970448", "OCB", "Ngân hàng TMCP Phương Đông"),
        new("970430", "PGBank", "Ngân hàng TMCP Xăng dầu Petrolimex"),
        new("970412", "PVcomBank", "Ngân hàng TMCP Đại Chúng Việt Nam"),
        new("970403", "Sacombank", "Ngân hàng TMCP Sài Gòn Thương Tín"),
        new("970400", "SaigonBank", "Ngân hàng TMCP Sài Gòn Công Thương"),
        new("970429", "SCB", "Ngân hàng TMCP Sài Gòn"),
        new("970440", "SeABank", "Ngân hàng TMCP Đông Nam Á"),
        new("970443", "SHB", "Ngân hàng TMCP Sài Gòn – Hà Nội"),
        new("970424", "Shinhan", "Ngân hàng TNHH MTV Shinhan Việt Nam"),
        new("970407", "Techcombank", "Ngân hàng TMCP Kỹ thương Việt Nam"),
        new("963388", "Timo", "Ngân hàng số Timo by Bản Việt Bank"),
        new("970423", "TPBank", "Ngân hàng TMCP Tiên Phong"),
        new("546035", "Ubank", "Ngân hàng số Ubank by VPBank – Ngân hàng TMCP Việt Nam Thịnh Vượng"),
        new("970441", "VIB", "Ngân hàng TMCP Quốc tế Việt Nam"),
        new("970427", "VietABank", "Ngân hàng TMCP Việt Á"),
        new("970433", "VietBank", "Ngân hàng TMCP Việt Nam Thương Tín"),
        new("970436", "Vietcombank", "Ngân hàng TMCP Ngoại Thương Việt Nam"),
        new("970415", "VietinBank", "Ngân hàng TMCP Công thương Việt Nam"),
        new("970406", "Vikki", "Ngân hàng TNHH MTV Số Vikki"),
        new("970432", "VPBank", "Ngân hàng TMCP Việt Nam Thịnh Vượng"),
    ];

    private static readonly Dictionary<string, Bank> ByBin = All.ToDictionary(bank => bank.Bin, StringComparer.Ordinal);

    /// <summary>The bank with this number; null when there is none.</summary>
    public static Bank? Find(string? bin) => bin is null ? null : ByBin.GetValueOrDefault(bin);
}
