using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>ASVS 5.0, 6.2.</summary>
public sealed class Passwords_are_judged
{
    [Fact]
    public void The_list_of_common_ones_is_long_enough() => PasswordRules.CommonCount.ShouldBeGreaterThanOrEqualTo(3_000);

    [Theory]
    [InlineData("", "accounts.password.missing")]
    [InlineData("ngắn7kt", "accounts.password.short")]
    [InlineData("password", "accounts.password.common")]
    [InlineData("Passw0rd2026", "accounts.password.common")]
    [InlineData("Mật khẩu 123", "accounts.password.common")]
    [InlineData("MATKHAU2026", "accounts.password.common")]
    [InlineData("anhyeuem123", "accounts.password.common")]
    [InlineData("coopmarket", "accounts.password.common")]
    [InlineData("CoopMarket2026!", "accounts.password.common")]
    [InlineData("12345678", "accounts.password.common")]
    [InlineData("aaaaaaaaaaaa", "accounts.password.common")]
    [InlineData("qwertyuiop", "accounts.password.common")]
    [InlineData("0912345678", "accounts.password.own")]
    [InlineData("84912345678", "accounts.password.own")]
    [InlineData("Lò Thị Pâng 99", "accounts.password.own")]
    [InlineData("tỏi đen", "accounts.password.short")]
    [InlineData("chỉ có chữ thường", null)]
    [InlineData("bảy con gà 🐔🐔", null)]
    [InlineData("        ba cô tiên", null)]
    [InlineData("coop-market-demo", null)]
    public void What_everybody_tries_first_is_refused_and_nothing_else(string password, string? flaw)
        => PasswordRules.Flaw(password, "0912 345 678", "Lò Thị Pâng").ShouldBe(flaw);

    [Fact]
    public void Sixty_four_and_a_hundred_and_twenty_eight_characters_will_do()
    {
        var sentence = string.Concat(Enumerable.Range(0, 16).Select(i => (char)('a' + i) + "1. Hú!!"));
        PasswordRules.Flaw(sentence[..64]).ShouldBeNull();
        PasswordRules.Flaw(sentence).ShouldBeNull();
        PasswordRules.Flaw(sentence + "x").ShouldBe("accounts.password.long");
    }

    [Fact]
    public async Task The_same_letters_from_another_keyboard_are_the_same_password()
    {
        await using var market = await Market.OpenAsync();
        var passwords = market.Services.GetRequiredService<Passwords>();
        var hash = passwords.Hash("bánh chưng xanh".Normalize(System.Text.NormalizationForm.FormC));
        passwords.Matches(hash, "bánh chưng xanh".Normalize(System.Text.NormalizationForm.FormD)).ShouldBeTrue();
        passwords.Matches(hash, "banh chung xanh").ShouldBeFalse();
        passwords.Matches(hash, "\ud800").ShouldBeFalse("half a character is no error");
        passwords.Matches((string?)null, "bánh chưng xanh").ShouldBeFalse();
    }
}
