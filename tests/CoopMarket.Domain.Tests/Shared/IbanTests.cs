using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class IbanTests
{
    // The examples of ISO 13616's registry.
    [Theory]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("DE89370400440532013000")]
    [InlineData("GB29NWBK60161331926819")]
    [InlineData("NO9386011117947")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    [InlineData("be68539007547034")]
    public void Those_of_the_registry_are_taken(string iban) => Iban.IsValid(iban).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("FR14")]
    [InlineData("1420041010050500013M02606FR")]
    [InlineData("DE89 3704 0044 0532 0130 00")]
    [InlineData("DE89370400440532013000DE89370400440532013000")]
    public void What_has_another_shape_is_not(string typed) => Iban.IsValid(typed).ShouldBeFalse();

    [Fact]
    public void No_digit_can_be_typed_wrong_unnoticed()
    {
        const string Right = "DE89370400440532013000";
        for (var place = 2; place < Right.Length; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                Iban.IsValid(Right[..place] + digit + Right[(place + 1)..]).ShouldBe(digit == Right[place]);
    }
}
