using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class DongTextTests
{
    [Theory]
    [InlineData("385000", 385_000)]
    [InlineData("385.000", 385_000)]
    [InlineData("385,000 ₫", 385_000)]
    [InlineData("1 234 567đ", 1_234_567)]
    [InlineData("1\u00a0000", 1_000)]
    [InlineData("0", 0)]
    public void An_amount_is_read_as_it_is_written(string typed, long dong)
    {
        DongText.TryRead(typed, out var read).ShouldBeTrue();
        read.ShouldBe(dong);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1,50")]
    [InlineData("1e3")]
    [InlineData("１２")]
    [InlineData("1.000,000")]
    [InlineData("0.500")]
    [InlineData("NaN")]
    [InlineData("1000000000000")]
    public void What_could_be_read_in_two_ways_or_none_is_refused(string? typed) => DongText.TryRead(typed, out _).ShouldBeFalse();
}
