namespace CoopMarket.Domain.Shared;

/// <summary>One of Vietnam's 34 provinces and centrally run cities (since 1 July 2025).</summary>
/// <param name="Code">The two-digit code of the General Statistics Office.</param>
/// <param name="Name">The Vietnamese name, without its kind.</param>
/// <param name="EnglishName">The name in English.</param>
/// <param name="IsCity">Whether it is a centrally run city.</param>
public sealed record Province(string Code, string Name, string EnglishName, bool IsCity)
{
    /// <summary>The Vietnamese name with its kind, such as "Tỉnh Sơn La".</summary>
    public string FullName => (IsCity ? "Thành phố " : "Tỉnh ") + Name;
}

/// <summary>The provinces, in the order of their codes; seven of them cities since Đồng Nai became one on 30 April 2026.</summary>
internal static class Provinces
{
    internal static readonly IReadOnlyList<Province> All =
    [
        new("01", "Hà Nội", "Hanoi", true),
        new("04", "Cao Bằng", "Cao Bang", false),
        new("08", "Tuyên Quang", "Tuyen Quang", false),
        new("11", "Điện Biên", "Dien Bien", false),
        new("12", "Lai Châu", "Lai Chau", false),
        new("14", "Sơn La", "Son La", false),
        new("15", "Lào Cai", "Lao Cai", false),
        new("19", "Thái Nguyên", "Thai Nguyen", false),
        new("20", "Lạng Sơn", "Lang Son", false),
        new("22", "Quảng Ninh", "Quang Ninh", false),
        new("24", "Bắc Ninh", "Bac Ninh", false),
        new("25", "Phú Thọ", "Phu Tho", false),
        new("31", "Hải Phòng", "Haiphong", true),
        new("33", "Hưng Yên", "Hung Yen", false),
        new("37", "Ninh Bình", "Ninh Binh", false),
        new("38", "Thanh Hóa", "Thanh Hoa", false),
        new("40", "Nghệ An", "Nghe An", false),
        new("42", "Hà Tĩnh", "Ha Tinh", false),
        new("44", "Quảng Trị", "Quang Tri", false),
        new("46", "Huế", "Hue", true),
        new("48", "Đà Nẵng", "Da Nang", true),
        new("51", "Quảng Ngãi", "Quang Ngai", false),
        new("52", "Gia Lai", "Gia Lai", false),
        new("56", "Khánh Hòa", "Khanh Hoa", false),
        new("66", "Đắk Lắk", "Dak Lak", false),
        new("68", "Lâm Đồng", "Lam Dong", false),
        new("75", "Đồng Nai", "Dong Nai", true),
        new("79", "Hồ Chí Minh", "Ho Chi Minh", true),
        new("80", "Tây Ninh", "Tay Ninh", false),
        new("82", "Đồng Tháp", "Dong Thap", false),
        new("86", "Vĩnh Long", "Vinh Long", false),
        new("91", "An Giang", "An Giang", false),
        new("92", "Cần Thơ", "Can Tho", true),
        new("96", "Cà Mau", "Ca Mau", false),
    ];
}
