namespace CoopMarket.Domain.Shared;

/// <summary>The two kinds of commune-level units in Sơn La.</summary>
public enum CommuneKind
{
    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,
}

/// <summary>One of Sơn La's 75 commune-level units (Resolution 1681/NQ-UBTVQH15, since 1 July 2025).</summary>
/// <param name="Code">The five-digit code of the General Statistics Office.</param>
/// <param name="Name">The Vietnamese name, without its kind.</param>
/// <param name="Kind">Xã or phường.</param>
public sealed record Commune(string Code, string Name, CommuneKind Kind)
{
    /// <summary>The Vietnamese name with its kind, such as "Xã Vân Hồ".</summary>
    public string FullName => (Kind == CommuneKind.Ward ? "Phường " : "Xã ") + Name;
}

/// <summary>Sơn La's communes in the order of their codes, and the older units that went into them.</summary>
internal static class SonLaCommunes
{
    internal static readonly IReadOnlyList<Commune> All =
    [
        new("03646", "Tô Hiệu", CommuneKind.Ward),
        new("03664", "Chiềng An", CommuneKind.Ward),
        new("03670", "Chiềng Cơi", CommuneKind.Ward),
        new("03679", "Chiềng Sinh", CommuneKind.Ward),
        new("03688", "Mường Chiên", CommuneKind.Commune),
        new("03694", "Mường Giôn", CommuneKind.Commune),
        new("03703", "Quỳnh Nhai", CommuneKind.Commune),
        new("03712", "Mường Sại", CommuneKind.Commune),
        new("03721", "Thuận Châu", CommuneKind.Commune),
        new("03724", "Bình Thuận", CommuneKind.Commune),
        new("03727", "Mường É", CommuneKind.Commune),
        new("03754", "Chiềng La", CommuneKind.Commune),
        new("03757", "Mường Khiêng", CommuneKind.Commune),
        new("03760", "Mường Bám", CommuneKind.Commune),
        new("03763", "Long Hẹ", CommuneKind.Commune),
        new("03781", "Co Mạ", CommuneKind.Commune),
        new("03784", "Nậm Lầu", CommuneKind.Commune),
        new("03799", "Muổi Nọi", CommuneKind.Commune),
        new("03808", "Mường La", CommuneKind.Commune),
        new("03814", "Chiềng Lao", CommuneKind.Commune),
        new("03820", "Ngọc Chiến", CommuneKind.Commune),
        new("03847", "Mường Bú", CommuneKind.Commune),
        new("03850", "Chiềng Hoa", CommuneKind.Commune),
        new("03856", "Bắc Yên", CommuneKind.Commune),
        new("03862", "Xím Vàng", CommuneKind.Commune),
        new("03868", "Tà Xùa", CommuneKind.Commune),
        new("03871", "Pắc Ngà", CommuneKind.Commune),
        new("03880", "Tạ Khoa", CommuneKind.Commune),
        new("03892", "Chiềng Sại", CommuneKind.Commune),
        new("03901", "Suối Tọ", CommuneKind.Commune),
        new("03907", "Mường Cơi", CommuneKind.Commune),
        new("03910", "Phù Yên", CommuneKind.Commune),
        new("03922", "Gia Phù", CommuneKind.Commune),
        new("03943", "Mường Bang", CommuneKind.Commune),
        new("03958", "Tường Hạ", CommuneKind.Commune),
        new("03961", "Kim Bon", CommuneKind.Commune),
        new("03970", "Tân Phong", CommuneKind.Commune),
        new("03979", "Mộc Sơn", CommuneKind.Ward),
        new("03980", "Mộc Châu", CommuneKind.Ward),
        new("03982", "Thảo Nguyên", CommuneKind.Ward),
        new("03985", "Chiềng Sơn", CommuneKind.Commune),
        new("03997", "Tân Yên", CommuneKind.Commune),
        new("04000", "Đoàn Kết", CommuneKind.Commune),
        new("04006", "Song Khủa", CommuneKind.Commune),
        new("04018", "Tô Múa", CommuneKind.Commune),
        new("04033", "Vân Sơn", CommuneKind.Ward),
        new("04045", "Lóng Sập", CommuneKind.Commune),
        new("04048", "Vân Hồ", CommuneKind.Commune),
        new("04057", "Xuân Nha", CommuneKind.Commune),
        new("04075", "Yên Châu", CommuneKind.Commune),
        new("04078", "Chiềng Hặc", CommuneKind.Commune),
        new("04087", "Yên Sơn", CommuneKind.Commune),
        new("04096", "Lóng Phiêng", CommuneKind.Commune),
        new("04099", "Phiêng Khoài", CommuneKind.Commune),
        new("04105", "Mai Sơn", CommuneKind.Commune),
        new("04108", "Chiềng Sung", CommuneKind.Commune),
        new("04117", "Mường Chanh", CommuneKind.Commune),
        new("04123", "Chiềng Mung", CommuneKind.Commune),
        new("04132", "Chiềng Mai", CommuneKind.Commune),
        new("04136", "Tà Hộc", CommuneKind.Commune),
        new("04144", "Phiêng Cằm", CommuneKind.Commune),
        new("04159", "Phiêng Pằn", CommuneKind.Commune),
        new("04168", "Sông Mã", CommuneKind.Commune),
        new("04171", "Bó Sinh", CommuneKind.Commune),
        new("04183", "Mường Lầm", CommuneKind.Commune),
        new("04186", "Nậm Ty", CommuneKind.Commune),
        new("04195", "Chiềng Sơ", CommuneKind.Commune),
        new("04204", "Chiềng Khoong", CommuneKind.Commune),
        new("04210", "Huổi Một", CommuneKind.Commune),
        new("04219", "Mường Hung", CommuneKind.Commune),
        new("04222", "Chiềng Khương", CommuneKind.Commune),
        new("04228", "Púng Bánh", CommuneKind.Commune),
        new("04231", "Sốp Cộp", CommuneKind.Commune),
        new("04240", "Mường Lèo", CommuneKind.Commune),
        new("04246", "Mường Lạn", CommuneKind.Commune),
    ];

    /// <summary>Names no longer in use, by the code of the unit that took them in; not complete for every district.</summary>
    internal static readonly IReadOnlyList<(string Code, string[] OldNames)> Merged =
    [
        ("03646", ["Quyết Thắng", "Quyết Tâm", "Chiềng Lề"]), // Tô Hiệu
        ("03688", ["Chiềng Khay", "Cà Nàng"]), // Mường Chiên
        ("03694", ["Pá Ma Pha Khinh"]), // Mường Giôn
        ("03703", ["Mường Giàng", "Chiềng Bằng", "Chiềng Khoang", "Chiềng Ơn"]), // Quỳnh Nhai
        ("03712", ["Nặm Ét"]), // Mường Sại
        ("03856", ["Phiêng Ban", "Hồng Ngài", "Song Pe"]), // Bắc Yên
        ("03868", ["Làng Chếu", "Háng Đồng"]), // Tà Xùa
        ("03907", ["Mường Thải", "Tân Lang"]), // Mường Cơi
        ("03910", ["Quang Huy", "Huy Hạ", "Huy Tường", "Huy Tân", "Huy Thượng"]), // Phù Yên
        ("03922", ["Tường Phù", "Suối Bau", "Sập Xa"]), // Gia Phù
        ("03943", ["Mường Do", "Mường Lang"]), // Mường Bang
        ("03958", ["Tường Thượng", "Tường Phong", "Tường Tiến"]), // Tường Hạ
        ("03961", ["Đá Đỏ"]), // Kim Bon
        ("03970", ["Bắc Phong", "Nam Phong"]), // Tân Phong
        ("03979", ["Đông Sang"]), // Mộc Sơn
        ("03980", ["Mộc Lỵ", "Mường Sang", "Chiềng Hắc"]), // Mộc Châu
        ("03982", ["Cờ Đỏ"]), // Thảo Nguyên
        ("03985", ["Chiềng Xuân"]), // Chiềng Sơn
        ("04000", ["Chiềng Chung"]), // Đoàn Kết
        ("04006", ["Mường Tè", "Liên Hòa", "Quang Minh"]), // Song Khủa
        ("04018", ["Chiềng Khoa", "Suối Bàng"]), // Tô Múa
        ("04033", ["Bình Minh"]), // Vân Sơn
        ("04045", ["Chiềng Khừa"]), // Lóng Sập
        ("04048", ["Lóng Luông", "Chiềng Yên", "Mường Men"]), // Vân Hồ
        ("04057", ["Tân Xuân"]), // Xuân Nha
        ("04075", ["Chiềng Đông", "Chiềng Sàng", "Chiềng Pằn", "Chiềng Khoi", "Sặp Vạt"]), // Yên Châu
        ("04078", ["Tú Nang", "Mường Lựm"]), // Chiềng Hặc
        ("04087", ["Chiềng On"]), // Yên Sơn
        ("04096", ["Chiềng Tương"]), // Lóng Phiêng
        ("04105", ["Hát Lót", "Cò Nòi"]), // Mai Sơn
        ("04108", ["Chiềng Chăn"]), // Chiềng Sung
        ("04117", ["Chiềng Chung"]), // Mường Chanh
        ("04123", ["Mường Bằng", "Mường Bon"]), // Chiềng Mung
        ("04132", ["Chiềng Ban", "Chiềng Kheo", "Chiềng Dong", "Chiềng Ve"]), // Chiềng Mai
        ("04136", ["Nà Bó"]), // Tà Hộc
        ("04144", ["Chiềng Nơi"]), // Phiêng Cằm
        ("04159", ["Nà Ớt", "Chiềng Lương"]), // Phiêng Pằn
    ];
}
