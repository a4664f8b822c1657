using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Who gets an order and where is put right before anything of it is sent: by its buyer, or by an admin whom she asked to.</summary>
internal static class Readdress
{
    /// <param name="Country">The order's, ISO 3166-1 alpha-2: it says how the rest is read.</param>
    /// <param name="To">What is typed.</param>
    internal abstract record Asked(Actor Actor, string Country, AddressForm To) : IAddressed
    {
        public string Name => To.Name ?? "";

        public string Phone => To.Phone ?? "";

        public string Province => To.Province ?? "";

        public string Commune => To.Commune ?? "";

        public string Street => To.Street ?? "";

        public string Postcode => To.Postcode ?? "";
    }

    internal sealed record Command(Actor Actor, string OrderCode, string? OrderSecret, string Country, AddressForm To) : Asked(Actor, Country, To), ICommand, IForGuestOf;

    /// <summary>The same by an admin.</summary>
    internal sealed record ByAdmin(Actor Actor, string Code, string Country, AddressForm To) : Asked(Actor, Country, To), ICommand, IForAdmin, IAbout
    {
        public string About => PublicCode.TryParse(Code, out var code) ? code.Value : "";
    }

    internal sealed class Validator : Rules<Command>;

    internal sealed class ByAdminValidator : Rules<ByAdmin>;

    internal abstract class Rules<TAsked> : AbstractValidator<TAsked>
        where TAsked : Asked
    {
        protected Rules()
        {
            // Abroad the e-mail that the order has is enough.
            AddressRules.Check(this, needsPhone: _ => false);
            RuleFor(c => c.Province).Must(t => Typed.IsTextOrNone(t, Typed.MostPlace)).WithMessage("orders.form.province");
        }
    }

    internal sealed class Handler(OrderDrawer drawer, TimeProvider time) : IRequestHandler<Command, Outcome>, IRequestHandler<ByAdmin, Outcome>
    {
        public Task<Outcome> Handle(Command command, CancellationToken cancellationToken) => PutRightAsync(command.OrderCode, command, cancellationToken);

        public Task<Outcome> Handle(ByAdmin command, CancellationToken cancellationToken) => PutRightAsync(command.Code, command, cancellationToken);

        private async Task<Outcome> PutRightAsync(string code, Asked to, CancellationToken cancellationToken)
        {
            if (await drawer.ByCodeAsync(code, cancellationToken) is not { } order)
                return new NotFound();
            var phone = Phones.Read(to.Phone, to.Country) ?? "";
            if (phone.Length == 0 && order.To.Email.Length == 0)
                return Outcome.Invalid(nameof(to.Phone), "orders.form.phone");
            return order.Readdress(
                Typed.Clean(to.Name), phone, new(to.Country, Typed.Clean(to.Province), Typed.Clean(to.Commune), Typed.Clean(to.Street), Typed.Clean(to.Postcode)), time.Now());
        }
    }
}
