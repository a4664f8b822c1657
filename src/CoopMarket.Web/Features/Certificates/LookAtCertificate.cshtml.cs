using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>An admin looks at a certificate and its paper and decides.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LookAtCertificateModel : MarketPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public CertificateId Id { get; set; }

    [BindProperty]
    public LookAtCertificate.Form Form { get; set; } = new();

    public LookAtCertificate.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostConfirmAsync() => DecideAsync(new ConfirmCertificate.Command(Actor, Id, Form.Seen), "certificates.admin.confirmed");

    public Task<IActionResult> OnPostRefuseAsync() => DecideAsync(new RefuseCertificate.Command(Actor, Id, Form.Seen, Form.Reason), "certificates.admin.refused");

    private async Task<IActionResult> DecideAsync(ICommand<Outcome> command, string noticeKey)
    {
        var outcome = await SendAsync(command);
        if (outcome.IsDone)
            return GoTo("/admin/certificates", noticeKey);
        return await LoadAsync() ? Again(outcome) : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        if (await SendAsync(new LookAtCertificate.Query(Actor, Id)) is not { } view)
            return false;
        View = view;
        return true;
    }
}
