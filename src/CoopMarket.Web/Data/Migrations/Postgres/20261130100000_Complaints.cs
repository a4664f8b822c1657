using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Complaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "complaints_complaints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    form_key = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: true),
                    product = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_secret = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settle_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    move_count = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints_complaints", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "complaints_terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer_hours = table.Column<int>(type: "integer", nullable: false),
                    settle_days = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints_terms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "complaints_moves",
                columns: table => new
                {
                    complaint = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    words = table.Column<string>(type: "character varying(32000)", maxLength: 32000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints_moves", x => new { x.complaint, x.number });
                    table.ForeignKey(
                        name: "fk_complaints_moves_complaints_complaints_complaint",
                        column: x => x.complaint,
                        principalTable: "complaints_complaints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_complaints_complaints_code",
                table: "complaints_complaints",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_complaints_cooperative_received_at",
                table: "complaints_complaints",
                columns: new[] { "cooperative", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_complaints_complaints_due_at",
                table: "complaints_complaints",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_complaints_form_key",
                table: "complaints_complaints",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_terms_kind_from",
                table: "complaints_terms",
                columns: new[] { "kind", "from" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "complaints_moves");

            migrationBuilder.DropTable(
                name: "complaints_terms");

            migrationBuilder.DropTable(
                name: "complaints_complaints");
        }
    }
}
