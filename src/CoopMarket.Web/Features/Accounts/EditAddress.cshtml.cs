using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Accounts;

[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EditAddressModel : MarketPage
{
    private const string New = "new";

    [BindProperty]
    public SaveAddress.Form Form { get; set; } = new();

    /// <summary>The entry's id, or «new».</summary>
    [BindProperty(SupportsGet = true)]
    public string Address { get; set; } = New;

    public bool IsNew => Address == New;

    public bool IsHome => Form.Country == Zones.HomeCountry;

    public async Task<IActionResult> OnGetAsync(bool abroad)
    {
        var book = await SendAsync(new MyAddresses.Query(Actor));
        if (IsNew)
            Form.Country = abroad ? "" : Zones.HomeCountry;
        else if (book.FirstOrDefault(a => a.Id.ToString() == Address) is { } kept)
            Form = new()
            {
                Name = kept.Name,
                Phone = Show.Phone(kept.Phone),
                Country = kept.Country,
                Province = kept.Province,
                Commune = kept.Commune,
                Street = kept.Street,
                Postcode = kept.Postcode,
                IsFirst = kept.IsFirst,
            };
        else
            return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsNew && !Guid.TryParse(Address, out _))
            return NotFound();
        AddressId? id = IsNew ? null : AddressId.From(Guid.Parse(Address));
        var outcome = await SendAsync(new SaveAddress.Command(
            Actor, id, Form.Name, Form.Phone, Form.Country, Form.Province, Form.Commune, Form.Street, Form.Postcode, Form.IsFirst));
        return outcome.IsDone ? GoTo("/account/addresses", "accounts.address.done") : outcome.Refusal is NotFound ? NotFound() : Again(outcome);
    }
}
