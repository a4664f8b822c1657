using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>A person keeps a new address, or changes one of hers.</summary>
internal static class SaveAddress
{
    internal sealed class Form
    {
        public string? Name { get; set; }

        public string? Phone { get; set; }

        public string? Country { get; set; } = Zones.HomeCountry;

        public string? Province { get; set; }

        public string? Commune { get; set; }

        public string? Street { get; set; }

        public string? Postcode { get; set; }

        public bool IsFirst { get; set; }
    }

    /// <param name="Id">Null: a new one.</param>
    internal sealed record Command(
        Actor Actor, AddressId? Id, string? Name, string? Phone, string? Country, string? Province, string? Commune, string? Street, string? Postcode, bool IsFirst)
        : ICommand, IForPerson;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Must(n => Is(n, AddressEntry.LongestName)).WithMessage("accounts.name.wrong");
            // As at the checkout: abroad a number may be typed as it is dialed there, and who has an e-mail needs none.
            RuleFor(c => c.Phone).Must((c, p) => Phones.Read(p, c.Country ?? "") is not null).Unless(c => IsHome(c) || string.IsNullOrWhiteSpace(c.Phone)).WithMessage("accounts.address.phone.wrong");
            RuleFor(c => c.Phone).Must(p => Phones.Read(p) is not null).When(IsHome).WithMessage("accounts.phone.wrong");
            RuleFor(c => c.Country).Must(c => c is not null && Zones.Countries.Contains(c)).WithMessage("accounts.address.country.wrong");
            RuleFor(c => c.Province).Must(p => Places.FindProvince(p) is not null).When(IsHome).WithMessage("accounts.address.province.wrong");
            RuleFor(c => c.Province).Must(p => IsOrNone(p, AddressEntry.LongestPlace)).Unless(IsHome).WithMessage("accounts.address.text.wrong");
            RuleFor(c => c.Commune).Must(p => Is(p, AddressEntry.LongestPlace)).WithMessage("accounts.address.commune.wrong");
            RuleFor(c => c.Street).Must(p => Is(p, AddressEntry.LongestStreet)).WithMessage("accounts.address.street.wrong");
            RuleFor(c => c.Postcode).IsPostcode(c => c.Country);
        }

        private static bool IsHome(Command command) => command.Country == Zones.HomeCountry;

        private static bool Is(string? typed, int most) => CleanText.Read(typed, most, out _) == TextVerdict.Clean;

        private static bool IsOrNone(string? typed, int most) => CleanText.Read(typed, most, out _) is TextVerdict.Clean or TextVerdict.Empty;
    }

    internal sealed class Handler(MarketDb db, People people, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await people.HoldAsync(command.Actor.Me, cancellationToken))
                return new AccountIsErased();
            var book = await db.Set<AddressEntry>().Where(e => e.Person == command.Actor.Me).ToListAsync(cancellationToken);
            var entry = book.Find(e => e.Id == command.Id);
            if (command.Id is not null && entry is null)
                return new NotFound();
            if (entry is null && book.Count >= AddressEntry.Most)
                return new AddressBookFull();
            if (entry is null)
                db.Add(entry = Fill(Blank(command), command, book.Count == 0));
            else
                Fill(entry, command, entry.IsFirst);
            if (entry.IsFirst)
                foreach (var other in book.Where(e => e.IsFirst && e.Id != entry.Id))
                    other.IsFirst = false;
            return Outcome.Done;
        }

        private AddressEntry Blank(Command command) => new()
        {
            Id = ids.New<AddressId>(),
            Person = command.Actor.Me,
            CreatedAt = time.Now(),
            Name = "",
            Phone = "",
            Country = "",
            Province = "",
            Commune = "",
            Street = "",
            Postcode = "",
            IsFirst = false,
        };

        private static AddressEntry Fill(AddressEntry entry, Command command, bool stays)
        {
            entry.Name = Clean(command.Name);
            entry.Phone = Phones.Read(command.Phone, command.Country!) ?? "";
            entry.Country = command.Country!;
            entry.Province = Clean(command.Province);
            entry.Commune = Clean(command.Commune);
            entry.Street = Clean(command.Street);
            entry.Postcode = Clean(command.Postcode);
            entry.IsFirst = stays || command.IsFirst;
            return entry;
        }

        private static string Clean(string? typed)
        {
            CleanText.Read(typed, AddressEntry.LongestStreet, out var clean);
            return clean;
        }
    }
}
