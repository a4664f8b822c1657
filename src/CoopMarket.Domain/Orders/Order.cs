using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>
/// What one buyer bought at one time from any number of cooperatives, with one <see cref="SellerOrder"/> for each.
/// <code>
/// from            | to              | when
/// ----------------|-----------------|--------------------------------------------------
/// (new)           | AwaitingPayment | bank transfer, card
/// (new)           | Placed          | cash on delivery
/// AwaitingPayment | Placed          | paid
/// AwaitingPayment | Expired         | not paid in time, or by card and its page is closed
/// AwaitingPayment | Cancelled       | called off by the buyer
/// Expired         | AwaitingPayment | its money came late, and all of it can still be had
/// Placed          | Completed       | all parts ended, one at least delivered
/// Placed          | Cancelled       | all parts ended, none delivered
/// </code>
/// </summary>
public sealed partial class Order : Entity
{
    /// <summary>The most one order may cost, in đồng.</summary>
    public const long MostDong = Money.Most;

    /// <summary>The longest note, in characters.</summary>
    public const int MostNote = 500;

    /// <summary>How long an unpaid order keeps its stock.</summary>
    public static readonly TimeSpan TimeToPay = TimeSpan.FromHours(24);

    /// <summary>How long an order that is to be paid by card keeps its stock at most; it lets it go as soon as nobody can pay any more.</summary>
    public static readonly TimeSpan TimeToPayByCard = TimeSpan.FromMinutes(40);

    /// <summary>How long after its time ran out an order can still be paid, if its goods are there: so long prices stay what they were.</summary>
    public static readonly TimeSpan TimeToTakeUpAgain = TimeSpan.FromDays(7);

    /// <summary>Working days after which the buyer may call off what was accepted, and made where it is made to order, and not packed.</summary>
    public const int DaysToSend = 7;

    /// <summary>Working days after which the buyer may call off what nobody accepted.</summary>
    public const int DaysToAccept = 3;

    /// <summary>How long after another's word that a part arrived the buyer may still say that it did not; its share is held as long.</summary>
    public static readonly TimeSpan TimeToObject = TimeSpan.FromDays(3);

    private readonly List<SellerOrder> _parts = [];

    private Order()
    {
    }

    public OrderId Id { get; private init; }

    /// <summary>Public, see <see cref="PublicCode"/>.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The key of the form it came from: one form makes one order.</summary>
    public string FormKey { get; private init; } = "";

    /// <summary>The SHA-256 of the secret in the buyer's link, in hexadecimal digits.</summary>
    public string SecretHash { get; private init; } = "";

    /// <summary>The secret under the market's own key, for the links in later mails.</summary>
    public string SealedSecret { get; private init; } = "";

    /// <summary>Null for guests, and once she is forgotten.</summary>
    public PersonId? Buyer { get; private set; }

    public Recipient To { get; private set; } = new("", "", "");

    public DeliveryAddress Address { get; private set; } = new("", "", "", "", "");

    /// <summary>The buyer's language, for pages and mails.</summary>
    public string Language { get; private init; } = "vi";

    /// <summary>To the cooperatives; empty when there is none.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Whom a VAT invoice is to be made out to.</summary>
    public InvoiceWish Invoice { get; private set; } = InvoiceWish.None;

    public PaymentWay Way { get; private init; }

    /// <summary>The versions of the rules that the buyer agreed to.</summary>
    public string Rules { get; private init; } = "";

    public OrderState State { get; private set; }

    /// <summary>What all parts cost, goods and delivery.</summary>
    public Money Total { get; private init; }

    /// <summary>What a card is charged for all of it, in the currency that the buyer chose; the total itself where that is the đồng.</summary>
    public Money Charged { get; private init; }

    /// <summary>At which rate that was reckoned.</summary>
    public ExchangeTerms Terms { get; private init; } = ExchangeTerms.None;

    /// <summary>UTC.</summary>
    public DateTimeOffset PlacedAt { get; private init; }

    /// <summary>Until when its stock is kept, UTC; null when it needs no payment in advance.</summary>
    public DateTimeOffset? PayBy { get; private init; }

    /// <summary>UTC; null until paid, and for cash on delivery.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>Counts the moves of all parts: two at once meet in this row, so that neither is lost.</summary>
    public int Moves { get; private set; }

    public IReadOnlyList<SellerOrder> Parts => _parts;

    /// <summary>Splits what was bought into one part for each cooperative; the parts sum to the whole.</summary>
    /// <exception cref="ArgumentException">The plan is empty, names a cooperative twice, or holds a quantity or price that can't be.</exception>
    public static Outcome<Order> Place(OrderId id, OrderPlan plan, DateTimeOffset now)
    {
        var lines = plan.Parts.SelectMany(p => p.Lines).ToList();
        if (plan.Parts.Any(p => p.Lines.Count == 0) || lines.Count is 0 or > Basket.MostLines
            || plan.Parts.DistinctBy(p => p.Cooperative).Count() != plan.Parts.Count
            || lines.Any(l => l.Quantity is < 1 or > Basket.MostOfOne || l.UnitPrice.Minor is < 0 or > Money.Most)
            || plan.Parts.Any(p => p.Delivery.Minor is < 0 or > Money.Most) || (plan.Terms.IsForeign && plan.Way != PaymentWay.Card))
            throw new ArgumentException("Not an order.", nameof(plan));

        var total = Money.Sum(plan.Parts.SelectMany(p => p.Lines.Select(l => l.UnitPrice * l.Quantity).Append(p.Delivery)), plan.Parts[0].Delivery.Currency);
        if (total.Minor > MostDong)
            return new OrderTooLarge(MostDong);
        var order = new Order
        {
            Id = id,
            Code = plan.Code.Value,
            FormKey = plan.FormKey,
            SecretHash = plan.SecretHash,
            SealedSecret = plan.SealedSecret,
            Buyer = plan.Buyer,
            To = plan.To,
            Address = plan.Address,
            Language = plan.Language,
            Note = plan.Note,
            Invoice = plan.Invoice,
            Way = plan.Way,
            Rules = plan.Rules,
            Total = total,
            Charged = plan.Terms.Of(total),
            Terms = plan.Terms,
            PlacedAt = now,
            PayBy = plan.Way switch
            {
                PaymentWay.CashOnDelivery => null,
                PaymentWay.Card => now + TimeToPayByCard,
                _ => now + TimeToPay,
            },
        };
        order._parts.AddRange(plan.Parts.Select((part, i) => new SellerOrder(id, part, i)));
        foreach (var (part, charged) in order._parts.Zip(Allocation.Split(order.Charged, [.. order._parts.Select(p => p.Total.Minor)])))
            part.Charged = charged;
        order.Raise(new OrderPlaced(id, order.Code, order.Way, order.Total));
        if (order.Way == PaymentWay.CashOnDelivery)
            order.MakeReady(plan.Parts.ToDictionary(p => p.Cooperative, p => p.Closed), now);
        return order;
    }

    /// <summary>The part; null when the order has none of that id.</summary>
    public SellerOrder? Part(SellerOrderId id) => _parts.SingleOrDefault(p => p.Id == id);

    /// <summary>The whole amount came in. Once paid, saying it again changes nothing.</summary>
    /// <param name="closed">The days on which its cooperatives are closed; who has none may be left out.</param>
    /// <param name="now">UTC.</param>
    public Outcome Pay(IReadOnlyDictionary<CooperativeId, IReadOnlyList<DaysOff>> closed, DateTimeOffset now)
    {
        if (State is OrderState.Placed or OrderState.Completed)
            return Outcome.Done;
        if (State != OrderState.AwaitingPayment)
            return new WrongStep();
        PaidAt = now;
        MakeReady(closed, now);
        return Outcome.Done;
    }

    /// <inheritdoc cref="Expire"/>
    /// <summary>Whether it waits for money that has no time left, or that nobody can pay any more.</summary>
    public bool MayExpire(bool cannotBePaid, DateTimeOffset now) => State == OrderState.AwaitingPayment && (PayBy <= now || (cannotBePaid && Way == PaymentWay.Card));

    /// <summary>Its time to be paid is over, or nobody can pay it any more; the caller puts the stock back.</summary>
    /// <param name="cannotBePaid">Whether the gateway has closed the page on which it was to be paid by card.</param>
    /// <param name="now">UTC.</param>
    public Outcome Expire(bool cannotBePaid, DateTimeOffset now)
    {
        if (!MayExpire(cannotBePaid, now))
            return new WrongStep();
        EndUnpaid(OrderState.Expired, now);
        Raise(new OrderExpired(Id, Code));
        return Outcome.Done;
    }

    /// <summary>Whether money that comes now can still pay it.</summary>
    public bool MayBeTakenUpAgain(DateTimeOffset now) => State == OrderState.Expired && now < PayBy + TimeToTakeUpAgain;

    /// <summary>Its money came late, and the caller took its stock again: it waits for that money as before.</summary>
    public Outcome TakeUpAgain(DateTimeOffset now)
    {
        if (!MayBeTakenUpAgain(now))
            return new WrongStep();
        State = OrderState.AwaitingPayment;
        Moves++;
        foreach (var part in _parts)
            part.TakeUpAgain();
        return Outcome.Done;
    }

    /// <summary>The buyer calls off what she hasn't paid; the caller puts the stock back.</summary>
    public Outcome CancelUnpaid(DateTimeOffset now)
    {
        if (State != OrderState.AwaitingPayment)
            return new WrongStep();
        EndUnpaid(OrderState.Cancelled, now);
        Raise(new OrderCancelled(Id, Code));
        return Outcome.Done;
    }

    private void MakeReady(IReadOnlyDictionary<CooperativeId, IReadOnlyList<DaysOff>> closed, DateTimeOffset now)
    {
        State = OrderState.Placed;
        Moves++;
        foreach (var part in _parts)
            part.Await(closed.GetValueOrDefault(part.Cooperative, []), now);
        Raise(new OrderReady(Id, Code));
    }

    private void EndUnpaid(OrderState state, DateTimeOffset now)
    {
        State = state;
        Moves++;
        foreach (var part in _parts)
            part.End(SellerOrderState.Cancelled, now);
    }
}
