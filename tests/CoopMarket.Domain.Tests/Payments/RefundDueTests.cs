using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

public sealed class RefundDueTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly RefundLimit Alone = new(Money.Dong(1_000), Money.Dong(0));
    private static readonly PersonId First = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly PersonId Second = new(Guid.Parse("00000000-0000-7000-8000-000000000002"));

    private enum Word
    {
        Begin,
        Silence,
        Sent,
        OldSent,
        Refused,
        Seen,
        ByHand,
        Deduct,
        Fail,
    }

    /// <summary>Whatever happens, in whatever order and however often, it ends as the table says, and no đồng goes twice.</summary>
    [Fact]
    public void Any_sequence_of_words_ends_as_the_table_says() => Gen.Enum<Word>().Array[0, 14].Sample(words =>
    {
        var due = Owed(900);
        var (model, setOff) = (RefundState.Owed, 0L);
        foreach (var word in words)
        {
            Say(due, word);
            if (model == RefundState.Owed && word == Word.Deduct)
                setOff += 300;
            model = (model, word) switch
            {
                (RefundState.Owed, Word.Begin) => RefundState.UnderWay,
                (RefundState.Owed, Word.Seen or Word.ByHand) => RefundState.Sent,
                (RefundState.Owed, Word.Deduct) when setOff == 900 => RefundState.SetOff,
                (RefundState.UnderWay, Word.Silence) => RefundState.Uncertain,
                (RefundState.UnderWay or RefundState.Uncertain, Word.Sent) => RefundState.Sent,
                (RefundState.UnderWay or RefundState.Uncertain, Word.Refused) => RefundState.Owed,
                (RefundState.Sent, Word.Fail) => RefundState.Failed,
                _ => model,
            };
            due.State.ShouldBe(model);
            due.Left.ShouldBe(Money.Dong(900 - setOff));
            due.IsOpen.ShouldBe(model is RefundState.Owed or RefundState.UnderWay or RefundState.Uncertain);
        }

        var events = due.TakeEvents();
        events.OfType<RefundPaid>().Sum(e => e.Amount.Minor).ShouldBe(model is RefundState.Sent or RefundState.Failed ? 900 - setOff : 0);
        events.OfType<RefundFailed>().Count().ShouldBe(model == RefundState.Failed ? 1 : 0);
    });

    [Fact]
    public void In_pieces_no_more_goes_back_by_one_persons_word_than_in_one() => Gen.Select(Gen.Long[1, 2_000], Gen.Long[0, 2_000]).Sample((amount, before) =>
    {
        var due = Owed(amount);
        RefundLimit limit = new(Money.Dong(1_000), Money.Dong(before));
        due.Pay("re_1", limit, Start).IsDone.ShouldBe(amount + before <= 1_000);
    });

    [Fact]
    public void Who_agreed_to_one_account_did_not_agree_to_another()
    {
        var due = Owed(1_001);
        due.Agree(First, Alone);
        due.Agree(Second, Alone);
        due.ForgetAgreement();
        due.Pay("re_1", Alone, Start).Refusal.ShouldBe(new RefundNeedsTwo(1_000));
        due.Agree(First, Alone);
        due.Agree(Second, Alone);
        due.Begin(Call(1), new("pi_1", due.Left), Alone, Start).IsDone.ShouldBeTrue();
        due.ForgetAgreement();
        due.SecondedBy.ShouldBe(Second, "it is under way");
    }

    [Fact]
    public void A_large_one_takes_two_people_and_each_of_them_once()
    {
        var due = Owed(1_001);
        due.Begin(Call(1), new("pi_1", due.Left), Alone, Start).Refusal.ShouldBe(new RefundNeedsTwo(1_000));
        due.Pay("re_1", Alone, Start).Refusal.ShouldBe(new RefundNeedsTwo(1_000));
        due.Agree(First, Alone).IsDone.ShouldBeTrue();
        due.Agree(First, Alone).Refusal.ShouldBe(new NeedsAnotherAdmin());
        due.IsAgreed(Alone).ShouldBeFalse();
        due.Agree(Second, Alone).IsDone.ShouldBeTrue();
        due.Agree(Second, Alone).Refusal.ShouldBe(new RefundAlreadyAgreed());
        due.Pay("re_1", Alone, Start).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Up_to_the_limit_one_person_is_enough()
    {
        var due = Owed(1_000);
        due.Agree(First, Alone).Refusal.ShouldBe(new RefundAlreadyAgreed());
        due.Pay("re_1", Alone, Start).IsDone.ShouldBeTrue();
        due.Pay("re_2", Alone, Start).Refusal.ShouldBe(new RefundAlreadyPaid());
    }

    [Fact]
    public void What_the_gateway_refused_is_tried_again_only_when_a_person_says_so()
    {
        var due = Owed(900);
        due.TryAgain().ShouldBeFalse();
        due.Begin(Call(1), new("pi_1", due.Left), Alone, Start).IsDone.ShouldBeTrue();
        due.ComeBack(Call(1), "charge_disputed");
        due.RefusedFor.ShouldBe("charge_disputed");
        due.TryAgain().ShouldBeTrue();
        due.RefusedFor.ShouldBeNull();
        due.TryAgain().ShouldBeFalse();
    }

    private static void Say(RefundDue due, Word word)
    {
        var now = Start.AddMinutes(1);
        switch (word)
        {
            case Word.Begin:
                due.Begin(Call(1), new("pi_1", due.Left), Alone, now);
                break;
            case Word.Silence:
                due.LoseSight(Call(1));
                break;
            case Word.Sent:
                due.Sent(Call(1), "re_1", now);
                break;
            case Word.OldSent:
                due.Sent(Call(2), "re_2", now);
                break;
            case Word.Refused:
                due.ComeBack(Call(1), "no");
                break;
            case Word.Seen:
                due.TrySee("re_3", now);
                break;
            case Word.ByHand:
                due.Pay("re_4", Alone, now);
                break;
            case Word.Deduct:
                due.Deduct(Money.Dong(300), now);
                break;
            default:
                due.Fail(new(Guid.NewGuid()), now);
                break;
        }
    }

    private static RefundCallId Call(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static RefundDue Owed(long dong)
        => RefundDue.OfSale(new(Guid.NewGuid()), RefundReason.Granted, new OrderId(Guid.NewGuid()), new(Guid.NewGuid()), MoneyPlace.Cards, Money.Dong(dong), Start);
}
