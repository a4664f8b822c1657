using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Income;

public sealed class MemberPaymentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly PersonId First = new(Guid.Parse("0193f0a0-0000-7000-8000-00000000000a"));
    private static readonly PersonId Second = new(Guid.Parse("0193f0a0-0000-7000-8000-00000000000b"));

    [Fact]
    public void Nobody_is_paid_more_than_she_is_owed_unless_it_is_called_an_advance()
    {
        Record(500_001, owed: 500_000).Refusal.ShouldBe(new MoreThanOwed(500_000));
        Record(1, owed: -20).Refusal.ShouldBe(new MoreThanOwed(0));
        Record(500_000, owed: 500_000).Value.IsAdvance.ShouldBeFalse();
        Record(500_001, owed: 500_000, isAdvance: true).Value.IsAdvance.ShouldBeTrue();
        Record(400_000, owed: 500_000, isAdvance: true).Value.IsAdvance.ShouldBeFalse("she was owed it");
    }

    [Fact]
    public void A_code_confirms_once()
    {
        var payment = Record(1_000, owed: 1_000).Value;
        payment.Confirm(isRight: true, Now).IsDone.ShouldBeTrue();
        payment.Confirm(isRight: true, Now).Refusal.ShouldBe(new PaymentDecided());
        payment.Witness(Second, Now).Refusal.ShouldBe(new PaymentDecided());
        payment.Withdraw(Now).Refusal.ShouldBe(new PaymentDecided());
    }

    [Fact]
    public void After_five_wrong_codes_only_a_witness_confirms()
    {
        var payment = Record(1_000, owed: 1_000).Value;
        for (var left = MemberPayment.MostTries - 1; left > 0; left--)
        {
            var wrong = payment.Confirm(isRight: false, Now);
            (wrong.Kind, wrong.Refusal).ShouldBe((OutcomeKind.Recorded, new WrongIncomeCode(left)));
        }

        payment.Confirm(isRight: false, Now).Refusal.ShouldBe(new CodeUsedUp());
        payment.Confirm(isRight: true, Now).Refusal.ShouldBe(new CodeUsedUp());
        payment.Witness(First, Now).Refusal.ShouldBe(new NeedsSecondManager());
        payment.Witness(Second, Now).IsDone.ShouldBeTrue();
        (payment.State, payment.WitnessedBy).ShouldBe((MemberPaymentState.Confirmed, Second));
    }

    private static Outcome<MemberPayment> Record(long amount, long owed, bool isAdvance = false)
    {
        var member = Producer.Add(new(Guid.NewGuid()), new(Guid.NewGuid()), new("Lò Thị Xuân", "", new(2026, 11, 1), false), Now);
        return MemberPayment.Record(new(Guid.NewGuid()), member, Money.Dong(amount), MemberPaymentWay.Cash, isAdvance, Money.Dong(owed), First, "sealed", Now);
    }
}
