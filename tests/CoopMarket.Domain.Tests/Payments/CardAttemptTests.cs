using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

public sealed class CardAttemptTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private enum Word
    {
        Opened,
        Refused,
        Silence,
        Closed,
        Paid,
    }

    /// <summary>Whatever the gateway says, in whatever order and however often, the attempt ends as the table says.</summary>
    [Fact]
    public void Any_sequence_of_words_ends_as_the_table_says() => Gen.Enum<Word>().Array[0, 12].Sample(words =>
    {
        var attempt = Begun();
        var model = CardAttemptState.Begun;
        var closings = 0;
        foreach (var word in words)
        {
            var before = attempt.State;
            Say(attempt, word);
            model = (model, word) switch
            {
                (_, Word.Paid) => CardAttemptState.Paid,
                (CardAttemptState.Begun or CardAttemptState.Unknown, Word.Opened) => CardAttemptState.Open,
                (CardAttemptState.Begun or CardAttemptState.Unknown, Word.Refused) => CardAttemptState.Refused,
                (CardAttemptState.Begun, Word.Silence) => CardAttemptState.Unknown,
                (CardAttemptState.Begun or CardAttemptState.Unknown or CardAttemptState.Open, Word.Closed) => CardAttemptState.Closed,
                _ => model,
            };
            closings += before != CardAttemptState.Closed && model == CardAttemptState.Closed ? 1 : 0;
            attempt.State.ShouldBe(model);
            attempt.IsLive.ShouldBe(attempt.EndedAt is null);
        }

        if (words.Contains(Word.Paid))
            attempt.State.ShouldBe(CardAttemptState.Paid);
        attempt.TakeEvents().OfType<CardPageClosed>().Count().ShouldBe(closings);
        closings.ShouldBeLessThanOrEqualTo(1);
    });

    [Fact]
    public void The_money_is_counted_the_first_time_it_is_told()
    {
        var attempt = Begun();
        attempt.TryPay("cs_1", Start).ShouldBeTrue();
        attempt.TryPay("cs_1", Start.AddHours(1)).ShouldBeFalse();
        attempt.EndedAt.ShouldBe(Start);
    }

    [Fact]
    public void A_buyer_is_sent_to_the_page_while_it_is_surely_open()
    {
        var attempt = Begun();
        attempt.IsOpenAt(Start).ShouldBeFalse();
        attempt.Opened("cs_1", "https://checkout.test/cs_1");
        attempt.IsOpenAt(Start.AddMinutes(30)).ShouldBeTrue();
        attempt.IsOpenAt(Start.AddMinutes(31)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(19_999, typeof(TooLittleForCard))]
    [InlineData(20_000, null)]
    [InlineData(99_999_999, null)]
    [InlineData(100_000_000, typeof(TooMuchForCard))]
    public void A_card_pays_what_Stripe_takes_in_one_charge(long dong, Type? refusal) => CardLimits.Refuse(Money.Dong(dong))?.GetType().ShouldBe(refusal);

    [Theory]
    [InlineData(20_000, 64, Currency.EUR, null)]
    [InlineData(20_000, 49, Currency.EUR, typeof(TooLittleForCard))]
    [InlineData(19_999, 64, Currency.EUR, typeof(TooLittleForCard))]
    [InlineData(200_000_000, 670_000, Currency.EUR, null)]
    [InlineData(90_000_000_000, 100_000_000, Currency.JPY, typeof(TooMuchAbroad))]
    public void A_card_abroad_pays_what_Stripe_takes_in_its_currency(long dong, long minor, Currency currency, Type? refusal)
        => CardLimits.Refuse(Money.Dong(dong), new(minor, currency))?.GetType().ShouldBe(refusal);

    [Theory]
    [InlineData("", 100_000, "vnd", false, true, null)]
    [InlineData("", 100_000, "VND", false, true, null)]
    [InlineData("", 99_999, "vnd", false, true, CardFlaw.Amount)]
    [InlineData("", 100_001, "vnd", false, true, CardFlaw.Amount)]
    [InlineData("", 10_000_000, "vnd", false, true, CardFlaw.Amount)]
    [InlineData("", 100_000, "usd", false, true, CardFlaw.Currency)]
    [InlineData("", 100_000, "vnd", true, true, CardFlaw.Mode)]
    [InlineData("acct_1", 100_000, "vnd", false, true, CardFlaw.Account)]
    [InlineData("", 100_000, "vnd", false, false, CardFlaw.Stranger)]
    [InlineData("", 0, "vnd", false, true, CardFlaw.Unreadable)]
    [InlineData("", long.MaxValue, "vnd", false, true, CardFlaw.Unreadable)]
    public void Money_that_does_not_fit_is_never_a_payment(string account, long amount, string currency, bool isLive, bool isKnown, CardFlaw? flaw)
    {
        var attempt = Begun();
        CardEvent.Store(new("evt_1", CardEvent.Completed, "2026-10-28", account, isLive, Start, new("cs_1", attempt.Id.ToString(), "pi_1", amount, currency, true)), Start)
            .FlawOfPaid(isKnown ? attempt : null, isLive: false).ShouldBe(flaw);
    }

    private static void Say(CardAttempt attempt, Word word)
    {
        switch (word)
        {
            case Word.Opened:
                attempt.Opened("cs_1", "https://checkout.test/cs_1");
                break;
            case Word.Refused:
                attempt.Refuse(Start);
                break;
            case Word.Silence:
                attempt.LoseSight();
                break;
            case Word.Closed:
                attempt.Close("cs_1", Start);
                break;
            default:
                attempt.TryPay("cs_1", Start);
                break;
        }
    }

    private static CardAttempt Begun() => CardAttempt.Begin(
        new(Guid.CreateVersion7()),
        Payment.For(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), PublicCode.From(new byte[5]), PaymentWay.Card, Money.Dong(100_000), Start.AddMinutes(40), Start),
        Start);
}
