using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// A sketch of Sơn La province as one would draw it on paper: its outline, the two rivers, and where its communes lie to each other.
/// Placed by hand, not surveyed, and not to scale; nothing is fetched from elsewhere to show it.
/// </summary>
internal static class SketchMap
{
    /// <summary>The drawing's size.</summary>
    public const int Width = 400;

    /// <inheritdoc cref="Width" />
    public const int Height = 320;

    /// <summary>The outline, as the path of an SVG.</summary>
    public const string Land =
        "M84 11C96 10 116 19 127 27C138 35 143 53 153 59C163 65 176 63 188 63C200 63 214 54 224 59C234 64 240 84 247 95C254 106 256 118 265 124C274 130 292 132 303 133C314 134 323 127 332 130C341 133 351 141 357 149C363 157 368 170 370 180C372 190 365 200 366 207C367 214 374 215 378 221C382 227 391 233 391 241C391 249 386 260 380 270C374 280 366 294 357 301C348 308 339 314 328 313C317 312 304 302 293 295C282 288 270 280 261 274C252 268 248 261 240 257C232 253 224 252 215 248C206 244 195 230 188 232C181 234 181 251 173 257C165 263 149 266 140 270C131 274 125 285 117 284C109 283 101 267 94 265C87 263 80 272 73 270C66 268 62 253 52 250C42 247 20 255 15 250C10 245 13 226 21 218C29 210 57 210 61 202C65 194 50 182 46 171C42 160 36 145 38 135C40 125 53 120 59 112C65 104 71 95 73 85C75 75 72 63 69 54C66 45 54 39 56 32C58 25 72 12 84 11Z";

    /// <summary>The Đà, which flows in from the north-west.</summary>
    public const string Da =
        "M77 7C80 13 91 33 98 45C105 57 110 73 119 81C128 89 143 90 153 95C163 100 170 104 178 112C186 120 190 132 199 140C208 148 222 152 232 160C242 168 248 180 257 189C266 198 276 208 286 212C296 216 309 212 320 214C331 216 341 218 353 221C365 224 385 228 391 229";

    /// <summary>The Mã, on its way to Laos.</summary>
    public const string Ma = "M52 155C58 160 75 178 86 187C97 196 109 204 119 212C129 220 137 224 146 232C155 240 168 256 173 261";

    private static readonly Dictionary<string, Spot> Spots = new (string Code, int X, int Y)[]
    {
        ("03646", 159, 151), ("03664", 153, 140), ("03670", 150, 157), ("03679", 171, 160), ("03688", 94, 38), ("03694", 123, 63), ("03703", 98, 97), ("03712", 125, 99),
        ("03721", 113, 128), ("03724", 96, 110), ("03727", 77, 115), ("03754", 130, 121), ("03757", 144, 112), ("03760", 56, 140), ("03763", 79, 135),
        ("03781", 79, 151), ("03784", 109, 149), ("03799", 134, 140), ("03808", 184, 108), ("03814", 161, 83), ("03820", 224, 85), ("03847", 178, 130),
        ("03850", 207, 128), ("03856", 265, 169), ("03862", 255, 140), ("03868", 274, 155), ("03871", 236, 151), ("03880", 251, 180), ("03892", 276, 202),
        ("03901", 297, 153), ("03907", 334, 151), ("03910", 314, 166), ("03922", 297, 178), ("03943", 343, 189), ("03958", 320, 185), ("03961", 301, 200),
        ("03970", 328, 212), ("03979", 314, 268), ("03980", 303, 257), ("03982", 322, 252), ("03985", 297, 279), ("03997", 309, 236), ("04000", 297, 225),
        ("04006", 357, 236), ("04018", 347, 254), ("04033", 330, 263), ("04045", 278, 270), ("04048", 347, 277), ("04057", 332, 293), ("04075", 240, 214),
        ("04078", 263, 225), ("04087", 222, 227), ("04096", 265, 245), ("04099", 242, 241), ("04105", 199, 180), ("04108", 205, 153), ("04117", 144, 180),
        ("04123", 184, 169), ("04132", 173, 189), ("04136", 224, 166), ("04144", 165, 212), ("04159", 201, 218), ("04168", 123, 214), ("04171", 65, 166),
        ("04183", 82, 185), ("04186", 100, 178), ("04195", 104, 202), ("04204", 142, 225), ("04210", 107, 223), ("04219", 150, 236), ("04222", 163, 250),
        ("04228", 73, 227), ("04231", 94, 241), ("04240", 36, 232), ("04246", 117, 263),
    }.ToDictionary(s => s.Code, s => new Spot(s.X, s.Y), StringComparer.Ordinal);

    /// <summary>Where a commune lies in the drawing.</summary>
    internal sealed record Spot(int X, int Y)
    {
        /// <summary>Whether its name is written to the left of it, for want of room.</summary>
        public bool IsRight => X > Width * 3 / 5;
    }

    /// <summary>Where a cooperative lies; null outside the province.</summary>
    public static Spot? Of(Cooperative cooperative) => cooperative.Province == Places.SonLa ? Of(cooperative.CommuneCode) : null;

    /// <summary>Where a commune of Sơn La lies; null where its code is unknown.</summary>
    public static Spot? Of(string commune) => Spots.GetValueOrDefault(commune);
}
